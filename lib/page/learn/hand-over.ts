/** What was learned goes to the background, which keeps it for the site; the frame is read by what is kept then. */
import { send } from '../../messages/send.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { roughTextOf } from '../detect/found.ts';
import { Turns } from '../detect/turns.ts';
import type { Teachable } from '../frame/teachable.ts';
import type { Work } from '../ground/schedule.ts';
import type { Hand } from './hand.ts';

/** Hands over what was learned, unless it says nothing new, and reads by what is kept of the site then. */
export function* handOver(hand: Hand, profile: ToolProfile, evidence: readonly string[]): Work<void> {
  if (!(yield* confirms(hand.frame, profile))) void tell(hand, profile, evidence);
}

async function tell({ frame, signal }: Hand, profile: ToolProfile, evidence: readonly string[]): Promise<void> {
  // Which site this is the browser says to the background; what the page calls itself is not asked.
  const unnamed = { ...profile, match: { hosts: [], markers: profile.turn } };
  const handed = { profile: unnamed, evidence: [...evidence], found: frame.found().length };
  // Without an answer, this page is read by it all the same: it goes no further than this page then.
  const kept = await send('detector.learn', handed).catch((error: unknown) => {
    console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
    return { profile, evidence };
  });
  if (!signal.aborted) frame.read(kept.profile, kept.evidence);
}

/** As many of the newest outputs must have the very texts that they have already. */
const COMPARED = 20;

/** Whether a newly learned profile finds the very outputs, and texts, that are found already: then all is known. */
function* confirms(frame: Teachable, profile: ToolProfile): Work<boolean> {
  const [found, before] = [frame.found(), frame.turns];
  if (!before || found.length === 0) return false;
  const turns = new Turns(profile);
  const roots = new Set(found.map(({ root }) => root));
  const again = new Set([...roots].flatMap((root) => turns.within(root)));
  if (again.size !== found.length || !found.every(({ turn }) => again.has(turn))) return false;
  for (const { turn } of found.slice(-COMPARED)) {
    yield;
    if (roughTextOf(turn, turns) !== roughTextOf(turn, before)) return false;
  }
  return true;
}
