/**
 * Something happened: the one place in the extension where an event is made. `npm run check` fails where there is
 * another.
 */
import { type ContentOf, type EventType, eventWith, type FactsOf, makeEvent } from '../../domain/events/event.ts';
import { endOfDay, tallySubject } from '../../domain/figures/tally.ts';
import type { Output } from '../../domain/output/output.ts';
import { ownSource } from '../../settings/installation.ts';
import { outputByHash } from '../../store/ask/queries.ts';
import { append, undo } from '../../store/write/writes.ts';
import { refuseProbe } from '../review/probes.ts';
import { announceStatuses } from './announce.ts';
import { masked } from './masked.ts';
import { undoMs } from './undo.ts';
import { wakeSync } from './wake.ts';

interface Said {
  /** What the subject is now, where it is an output. */
  output: Output | undefined;
  /** The event's time. */
  saidAt: string;
}

/**
 * Records that something happened to `subject`: its content is masked and sealed, the event stored with all that follows
 * from it, the frames that show the output hear of it, and the sync is woken. `heldMs`: for how long it stays here first.
 */
export async function say<T extends EventType>(
  type: T,
  subject: string,
  facts: FactsOf<T>,
  content?: ContentOf<T>,
  heldMs = 0,
): Promise<Said> {
  // Only a sighting is of a text that is not here yet, and the address of a test text is that of no text.
  if (type !== 'countersign.output.seen.v1') await refuseProbe(await outputByHash(subject));
  const kept = content === undefined ? undefined : await masked(type, subject, content);
  const event = await makeEvent(type, await ownSource(), subject, facts, kept);
  const output = await append(event, new Date(Date.parse(event.time) + heldMs));
  // A sighting changes nothing for anybody else, comes by the hundred, and can wait for the next round.
  if (type !== 'countersign.output.seen.v1') await heard(output);
  return { output, saidAt: event.time };
}

/**
 * Records a count of this browser, under an id of that day alone. Its time is the day's end and its id is random: neither says when, or
 * after what, it was made.
 */
export async function sayTally(source: string, facts: FactsOf<typeof TALLIED>, notBefore: Date): Promise<void> {
  const made = await makeEvent(
    TALLIED,
    source,
    tallySubject(facts.day),
    facts,
    undefined,
    new Date(endOfDay(facts.day)),
  );
  await append(eventWith(made, { id: crypto.randomUUID() }), notBefore);
}

const TALLIED = 'countersign.outputs.tallied.v1';

/** Takes a fresh report back, as if it had never been said. False when it is too late, because a target may have it. */
export async function unsay(subject: string, reportId: string): Promise<boolean> {
  const facts = { reportId, undone: true };
  const event = await makeEvent('countersign.report.withdrawn.v1', await ownSource(), subject, facts);
  const undone = await undo(event, undefined, undefined, await undoMs());
  if (!undone) return false;
  await heard(await outputByHash(subject));
  return true;
}

/** Tells those who wait for it: the frames that show an output, and the sync. */
async function heard(output: Output | undefined): Promise<void> {
  if (output) await announceStatuses([output]);
  wakeSync();
}
