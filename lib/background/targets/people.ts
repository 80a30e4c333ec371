/** The people of the team, changed by its administrators: asked of the collector each time, and kept nowhere here. */
import * as z from 'zod';
import { measureTotalsSchema } from '../../domain/people/measure-totals.ts';
import { roleSchema } from '../../domain/people/role.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { target } from '../../store/ask/queries.ts';
import type { Request } from '../../sync/target.ts';
import { judgeStatus } from '../../sync/wire.ts';
import { askCollector } from './ask-collector.ts';

const listed = z.object({
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
});
const made = z.object({ token: z.string() });

export function registerPeople(): void {
  handle('person.list', () => ask('GET', '/v1/tokens', undefined, (body) => listed.parse(body)));
  handle('measure.totals', () => ask('GET', '/v1/measures', undefined, (body) => measureTotalsSchema.parse(body)));
  handle('person.add', ({ name, ...who }) =>
    ask('POST', '/v1/tokens', { ...who, ...(name ? { name } : {}) }, (body) => made.parse(body)),
  );
  handle('person.role', ({ tokenId, role }) =>
    ask('PUT', `/v1/tokens/${tokenId}/role`, { role }, () => ({ changed: true as const })),
  );
  handle('person.end', ({ tokenId }) =>
    ask('DELETE', `/v1/tokens/${tokenId}`, undefined, () => ({ ended: true as const })),
  );
}

/** One question to the collector, in the name of whoever is signed in here. */
async function ask<T>(method: Request['method'], path: string, body: object | undefined, read: (body: unknown) => T) {
  const row = await target();
  if (row?.role !== 'admin') throw new Refused('not_allowed');
  const answer = await askCollector(row, method, path, body);
  // Ended meanwhile, by somebody else.
  if (method !== 'GET' && answer.kind === 'answer' && answer.status === 404) throw new Refused('not_found');
  const outcome = judgeStatus(answer, 'not_a_collector');
  if (outcome.kind === 'rejected') throw new Refused('incomplete');
  if (outcome.kind !== 'accepted') return { problem: outcome.problem };
  return read(answer.kind === 'answer' ? answer.body : undefined);
}
