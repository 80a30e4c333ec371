/** What this installation decided. A live query's body: it reads, and nothing else. */
import type { Decision, WithdrawnDecision } from '../../domain/decision/decision.ts';
import type { Output } from '../../domain/output/output.ts';
import { type Database, db as shared } from '../db.ts';

/** One own decision with the output that it is on. */
export interface OwnDecision {
  decision: Decision | WithdrawnDecision;
  output: Output;
}

/** More than anybody goes back through. */
const MOST = 200;
/** Events that are looked at for them: ids of events hold their time, so that the newest come first without an index of their own. */
const MOST_LOOKED_AT = 20_000;

/** The newest decisions that were made in this browser, newest first, also those that were taken back. */
export async function ownDecisions(source: string, db: Database = shared): Promise<OwnDecision[]> {
  const ids: { decisionId: string; hash: string }[] = [];
  await db.events
    .where('key')
    .between(`${source}|`, `${source}|\uffff`)
    .reverse()
    .limit(MOST_LOOKED_AT)
    .until(() => ids.length >= MOST)
    .each(({ event }) => {
      if (event.type === 'countersign.decision.made.v1')
        ids.push({ decisionId: event.data.facts.decisionId, hash: event.subject });
    });
  const outputs = await db.outputs.bulkGet(ids.map(({ hash }) => hash));
  return ids.flatMap(({ decisionId }, at) => {
    const output = outputs[at];
    const decision = output && decisionIn(output, decisionId, source);
    return decision ? { decision, output } : [];
  });
}

const decisionIn = ({ decisions, takenBack = [] }: Output, decisionId: string, source: string) =>
  [...decisions, ...takenBack].find((one) => one.decisionId === decisionId && one.source === source);
