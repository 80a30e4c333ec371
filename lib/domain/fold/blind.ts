/** What whoever was drawn for a second review does not see before they gave it. */
import type { CountersignEvent } from '../events/event.ts';
import type { Output } from '../output/output.ts';
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

/**
 * The second review that a person was drawn for and has not given: it falls away with the decision that was drawn. Or the seat that they have
 * in a calibration: it falls away when that is over.
 */
export function openSecondOf(
  events: readonly CountersignEvent[],
  person: string | undefined,
  now: string,
): Output['blind'] | undefined {
  if (person === undefined) return undefined;
  for (const event of events) {
    const seat = seatOf(event, person, now);
    if (seat && !isGivenBy(events, seat.secondId, person)) return seat;
    if (event.type !== 'countersign.second.drawn.v1' || event.data.facts.person !== person) continue;
    const { secondId, decisionId } = event.data.facts;
    const isOver =
      isGivenBy(events, secondId, person) || events.some((other) => isTakenBack(other, decisionId, events));
    if (!isOver) return { secondId, drawnAt: event.time };
  }
  return undefined;
}

const isGivenBy = (events: readonly CountersignEvent[], secondId: string, person: string): boolean =>
  events.some(
    (event) =>
      event.type === 'countersign.second.given.v1' && event.data.facts.secondId === secondId && isBy(event, person),
  );

/** The seat of a person in a calibration that is not over by its time. */
function seatOf(event: CountersignEvent, person: string, now: string): Output['blind'] | undefined {
  if (event.type !== 'countersign.calibration.asked.v1') return undefined;
  const { seats, until } = event.data.facts;
  const own = until > now ? seats.find((seat) => seat.person === person) : undefined;
  return own && { secondId: own.secondId, drawnAt: event.time, until };
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
