/** How a second review changes an output that is being folded. */
import type { Decision } from '../decision/decision.ts';
import { isDifferent } from '../decision/second.ts';
import type { SecondReview } from '../output/process-record.ts';
import { sitDown } from './calibration.ts';
import { type Folded, madeWhen, type OutputFolding } from './folding.ts';
import { wakeHandling } from './handling.ts';

type Drawn = Pick<SecondReview, 'secondId' | 'decisionId' | 'processId' | 'policyVersion' | 'person'>;

/** A decision was drawn. It is drawn once. */
export function putSecond({ process }: OutputFolding, { time, data }: Folded<Drawn>): void {
  const { secondId, decisionId, processId, policyVersion, person } = data.facts;
  const seconds = process.seconds ?? [];
  if (seconds.some((one) => one.secondId === secondId || one.decisionId === decisionId)) return;
  process.seconds = [...seconds, { secondId, decisionId, processId, policyVersion, person, drawnAt: time }];
}

type Given = Pick<NonNullable<SecondReview['given']>, 'verdict'> & { secondId: string };

/** Whoever was drawn says what they find, once. What differs from the first wakes what rests. */
export function giveSecond(
  folding: OutputFolding,
  event: Folded<Given, NonNullable<NonNullable<SecondReview['given']>['content']>>,
): void {
  const { secondId, verdict } = event.data.facts;
  const content = event.data.sealed?.content;
  const given = { verdict, ...(content ? { content } : {}), ...madeWhen(event) };
  const second = folding.process.seconds?.find((one) => one.secondId === secondId);
  if (!second) {
    sitDown(folding, secondId, given, (person) => isBy(event, person));
    return;
  }
  if (second.given || !isBy(event, second.person)) return;
  second.given = given;
  const first = folding.decisions.find(({ decisionId }) => decisionId === second.decisionId);
  if (!first || !isDifferent(first.verdict, verdict)) return;
  wakeHandling(folding, event.time);
  folding.turns.push({ kind: 'escalated', at: event.time });
}

/** What the collector has not stamped yet is this browser's own. */
export const isBy = ({ authid }: { authid?: string | undefined }, person: string): boolean =>
  authid === undefined || authid === person;

/** Whoever decides after both have spoken settles it; whoever passes it on does not. */
export function settleSeconds({ process }: OutputFolding, { decisionId, verdict }: Decision): void {
  if (verdict === 'escalate') return;
  for (const second of process.seconds ?? []) if (second.given) second.settledBy ??= decisionId;
}
