/** Starts in a frame: asks how to read it, hears what a person does, has the scripts loaded that are needed then. */
import { send } from '../../messages/send.ts';
import { Turns } from '../detect/turns.ts';
import { offerTurns } from '../detect/turns-by.ts';
import { offerRecords } from '../ground/records.ts';
import { retirePrevious } from '../ground/retire.ts';
import { openBadges } from '../ours/port.ts';
import { openReader } from '../read/port.ts';
import { answerMessages } from './answers.ts';
import { OWN_ATTRIBUTE, type PointInView } from './bus.ts';
import { Frame } from './frame.ts';
import { failed, load } from './load.ts';
import { awaitMarker } from './marker.ts';
import { Page } from './page.ts';
import { offerTeachable } from './teachable.ts';

/** Starts to watch this frame. A script that watched it before is retired. */
export function startPage(): void {
  const signal = retirePrevious();
  openReader(load);
  openBadges();
  offerTurns((profile) => new Turns(profile));
  offerRecords();
  const frame = new Frame((turns, until, earlier) => new Page(turns, until, earlier), signal);
  const person = firstPress(signal);
  const begin = () => ask(frame, person, frame.marker).catch(failed);
  // Says once more what is read here, and what was found.
  const again = () => begin().then(() => frame.page?.tellAgain());
  // The background takes a frame that asks for a new one: what it shows is told again.
  answerMessages(frame, () => void again());
  offerTeachable(frame);
  hearPastes(frame);
  hearSelections(frame);
  // A page that comes back from the back/forward cache is a document that the background has forgotten.
  addEventListener('pageshow', (event) => event.persisted && void again(), { signal });
  void begin();
}

/** Asks how to read this frame, and reads it so. `person`: they do something. `tool`: a known one whose marker was found. */
async function ask(frame: Frame, person: Promise<void>, tool?: string): Promise<void> {
  const { profile, evidence, known, learn, markers } = await send('detector.start', tool ? { tool } : {});
  if (frame.signal.aborted || (profile && frame.isReadBy(profile) && frame.learns === learn)) return;
  const round = frame.begin(tool);
  frame.learns = learn;
  if (profile) frame.read(profile, evidence);
  frame.known = known;
  // Nobody who only reads needs it.
  if (known) void person.then(() => round.aborted || load('health'));
  // Also while it is read by what was learned before: that may have gone stale.
  const learning = () => learn && !round.aborted && load('learner');
  let marked: unknown;
  // A profile that knows the tool knows more than anything that could be learned.
  awaitMarker(
    markers,
    (marker) => {
      marked = ask(frame, person, marker).catch(failed).then(learning);
    },
    round,
  );
  await (marked ?? learning());
}

/** When a person first does anything in the frame. On a busy machine that is before it is known how the frame is read. */
function firstPress(signal: AbortSignal): Promise<void> {
  const done = new AbortController();
  return new Promise((resolve) => {
    const first = () => {
      done.abort();
      resolve();
    };
    for (const type of ['pointerdown', 'keydown']) hear(type, first, AbortSignal.any([signal, done.signal]));
  });
}

/** What a person pastes or drops goes to the script that asks about it, which is there from the first one on. */
function hearPastes(frame: Frame): void {
  const push = (text?: string) => frame.pastes.push(text) && load('reuse');
  hear('paste', (event) => push((event as ClipboardEvent).clipboardData?.getData('text')), frame.signal);
  hear(
    'drop',
    (event) => {
      const text = (event as DragEvent).dataTransfer?.getData('text');
      const isIn = () => document.activeElement?.contains(event.target as Node);
      // Only then does what it was dropped in hold it, and the keyboard. Elsewhere it is the page's own affair.
      setTimeout(() => isIn() && push(text));
    },
    frame.signal,
  );
}

/** Where a person points, and what they select, with the pointer or with Shift and keys. It stands once the event is over. */
function hearSelections(frame: Frame): void {
  const offer = (event: Event, point?: PointInView) => {
    const path = event.composedPath();
    if (!(path[0] as Element).hasAttribute?.(OWN_ATTRIBUTE)) setTimeout(() => frame.page?.offerFlag({ path, point }));
  };
  hear('pointerup', (event) => offer(event, event as PointerEvent), frame.signal);
  hear('contextmenu', (event) => frame.page?.point(event.composedPath()), frame.signal);
  hear('keyup', (event) => (event as KeyboardEvent).key === 'Shift' && offer(event), frame.signal);
}

/** Calls back with what a person does in the frame, before the page hears of it. */
const hear = (type: string, then: (event: Event) => unknown, signal: AbortSignal): void =>
  document.addEventListener(type, (event) => event.isTrusted && then(event), { capture: true, signal });
