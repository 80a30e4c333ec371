/** What an administrator asks of the collector from a page of the extension: asked each time, and kept nowhere here. */
import { Refused } from '../../messages/receive.ts';
import { target } from '../../store/ask/queries.ts';
import type { EndpointProblem } from '../../sync/problem.ts';
import type { Request } from '../../sync/target.ts';
import { judgeStatus } from '../../sync/wire.ts';
import { askCollector } from './ask-collector.ts';

/** One question to the collector, in the name of whoever is signed in here. */
export async function askAsAdmin<T>(
  method: Request['method'],
  path: string,
  body: object | undefined,
  read: (body: unknown) => T,
): Promise<T | { problem: EndpointProblem }> {
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
