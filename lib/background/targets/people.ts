/** The people of the team, changed by its administrators: asked of the collector each time, and kept nowhere here. */
import * as z from 'zod';
import { measureTotalsSchema } from '../../domain/people/measure-totals.ts';
import { roleSchema } from '../../domain/people/role.ts';
import { handle } from '../../messages/receive.ts';
import { askAsAdmin } from './ask-as-admin.ts';

const listed = z.lazy(() =>
  z.object({
    tokens: z.array(
      z.object({
        tokenId: z.string(),
        subject: z.string(),
        role: roleSchema,
        name: z.string().nullable(),
        expiresAt: z.string().nullable(),
        revokedAt: z.string().nullable(),
      }),
    ),
  }),
);
const made = z.lazy(() => z.object({ token: z.string() }));

export function registerPeople(): void {
  handle('person.list', () => askAsAdmin('GET', '/v1/tokens', undefined, (body) => listed.parse(body)));
  handle('measure.totals', () =>
    askAsAdmin('GET', '/v1/measures', undefined, (body) => measureTotalsSchema.parse(body)),
  );
  handle('person.add', ({ name, ...who }) =>
    askAsAdmin('POST', '/v1/tokens', { ...who, ...(name ? { name } : {}) }, (body) => made.parse(body)),
  );
  handle('person.role', ({ tokenId, role }) =>
    askAsAdmin('PUT', `/v1/tokens/${tokenId}/role`, { role }, () => ({ changed: true as const })),
  );
  handle('person.end', ({ tokenId }) =>
    askAsAdmin('DELETE', `/v1/tokens/${tokenId}`, undefined, () => ({ ended: true as const })),
  );
}
