/** The people of the team, changed by its administrators: asked of the collector each time, and kept nowhere here. */
import * as z from 'zod';
import { roleSchema } from '../../domain/people/role.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { target } from '../../store/ask/queries.ts';
import { db } from '../../store/db.ts';
import { fetchOf, settingsOf } from '../../sync/sign-in/access.ts';
import type { Request } from '../../sync/target.ts';
import { targetAddressOf } from '../../sync/targets/index.ts';
import { bearerHeader, below, collectorRoot, exchange, judgeStatus } from '../../sync/wire.ts';
import { WORLD } from '../spine/wake.ts';

const PATIENCE_MS = 15_000;

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
  const { token } = settingsOf(row);
  const request = {
    method,
    url: below(collectorRoot(targetAddressOf(row)), path),
    headers: { ...bearerHeader(String(token ?? '')), ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  };
  const parts = { db, locks: navigator.locks, world: WORLD };
  const answer = await exchange(request, {
    ...WORLD,
    fetch: fetchOf(row, parts),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  // Ended meanwhile, by somebody else.
  if (method !== 'GET' && answer.kind === 'answer' && answer.status === 404) throw new Refused('not_found');
  const outcome = judgeStatus(answer, 'not_a_collector');
  if (outcome.kind === 'rejected') throw new Refused('incomplete');
  if (outcome.kind !== 'accepted') return { problem: outcome.problem };
  return read(answer.kind === 'answer' ? answer.body : undefined);
}
