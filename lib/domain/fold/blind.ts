/** What whoever was drawn for a second review does not see before they gave it. */
import type { CountersignEvent } from '../events/event.ts';
import { isSameAuthor } from './folding.ts';
import { isBy } from './second.ts';

/** What would tell whoever was drawn what the first one said. */
const TELLING: ReadonlySet<CountersignEvent['type']> = new Set([
  'countersign.decision.made.v1',
  'countersign.decision.withdrawn.v1',
  'countersign.decision.drawn.v1',
  'countersign.report.disputed.v1',
  'countersign.second.given.v1',
] as const);

/** Whether an event would tell somebody who was drawn what they are not to know yet. */
export const tellsVerdict = ({ type }: Pick<CountersignEvent, 'type'>): boolean => TELLING.has(type);

/** The second review that a person was drawn for and has not given. It falls away with the decision that was drawn. */
export function openSecondOf(
  events: readonly CountersignEvent[],
  person: string | undefined,
): { secondId: string; drawnAt: string } | undefined {
  if (person === undefined) return undefined;
  for (const event of events) {
    if (event.type !== 'countersign.second.drawn.v1' || event.data.facts.person !== person) continue;
    const { secondId, decisionId } = event.data.facts;
    const isOver = events.some(
      (other) =>
        (other.type === 'countersign.second.given.v1' &&
          other.data.facts.secondId === secondId &&
          isBy(other, person)) ||
        isTakenBack(other, decisionId, events),
    );
    if (!isOver) return { secondId, drawnAt: event.time };
  }
  return undefined;
}

const isTakenBack = (event: CountersignEvent, decisionId: string, events: readonly CountersignEvent[]): boolean =>
  event.type === 'countersign.decision.withdrawn.v1' &&
  event.data.facts.decisionId === decisionId &&
  events.some(
    (made) =>
      made.type === 'countersign.decision.made.v1' &&
      made.data.facts.decisionId === decisionId &&
      isSameAuthor({ source: made.source, author: made.authid }, event),
  );
