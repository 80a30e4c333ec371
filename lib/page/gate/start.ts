/** Stands at the gate of a frame: injected only where a process of the policy applies; everywhere else there is none of it. */
import { browser } from 'wxt/browser';
import { send } from '../../messages/send.ts';
import type { GateAnswered } from '../../messages/to-background/gate.ts';
import { offerAtGate } from '../frame/at-gate.ts';
import { findBus } from '../frame/bus.ts';
import { findTeachable } from '../frame/teachable.ts';
import { GateBox } from './box.ts';
import { standAtExits } from './exits.ts';
import { Held } from './held.ts';
import { Judge } from './judge.ts';
import { Keeper } from './keeper.ts';
import { GateKnown } from './known.ts';
import { renewPasted } from './pasted.ts';
import { waysOn } from './ways.ts';

const KEY = Symbol.for('countersign.gate');
interface Standing {
  signal: AbortSignal;
  askAnew(): void;
}
const world = globalThis as { [KEY]?: Standing };

/** Effects of which the box tells with ways on. */
const HOLDS: ReadonlySet<string> = new Set(['ask', 'hold']);

/** Begins, once a detector; where it stands already, it asks anew what holds. */
export function standAtGate(): void {
  const frame = findTeachable();
  if (!frame) return;
  const standing = world[KEY];
  if (standing && !standing.signal.aborted) return standing.askAnew();
  const own = new AbortController();
  frame.signal.addEventListener('abort', () => own.abort());
  const { signal } = own;
  const askAnew = () =>
    void send('gate.start', {})
      .then(({ fresh, answers }) => {
        known.start(fresh, answers);
        held.renew();
        if (fresh && HOLDS.has(fresh.effect)) whenIdle(() => signal.aborted || box.prepare(fresh));
      })
      .catch(failed);
  const known = new GateKnown(askAnew, signal);
  const take = (answers: readonly GateAnswered[]) => {
    known.put(answers);
    for (const { hash, said } of answers) renewPasted(hash, said);
    held.take(answers);
  };
  const box: GateBox = new GateBox(
    waysOn({
      box: () => box,
      take: (answer) => take([answer]),
      bringUp: async (found) => findBus()?.detector?.bringUp(found),
    }),
    signal,
  );
  offerAtGate(() => box.isOpen, signal);
  const judge = new Judge(() => findBus()?.detector?.now() ?? [], known);
  const held = new Held({ box, known, judge, bus: findBus });
  const hold: GateBox['hold'] = (...came) => {
    box.hold(...came);
    held.follow();
  };
  const keeper = new Keeper({ hold, tell: (...told) => box.tell(...told) });
  const buttons = () => frame.turns?.profile.exits ?? [];
  standAtExits({ judge, keeper, buttons, retire: () => own.abort() }, signal);
  hear({ take, askAnew, focus: () => box.focus() }, signal);
  world[KEY] = { signal, askAnew };
  askAnew();
}

interface Hears {
  take(answers: readonly GateAnswered[]): void;
  askAnew(): void;
  focus(): boolean;
}

/** What the background tells. That reading has changed is heard beside the detector: then the policy may have. */
function hear({ take, askAnew, focus }: Hears, signal: AbortSignal): void {
  const listener = (message: unknown, _: unknown, reply: (answer: boolean) => void) => {
    const { type, answers } = (message ?? {}) as { type?: unknown; answers?: GateAnswered[] };
    if (type === 'reading.change') askAnew();
    if (type !== 'gate.change' && type !== 'gate.focus') return undefined;
    if (type === 'gate.change' && Array.isArray(answers)) take(answers);
    else if (type === 'gate.change') askAnew();
    reply(type === 'gate.focus' ? focus() : true);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** The page goes first, and the box is ready before anybody has read what there is to copy. */
const whenIdle = (work: () => void): unknown =>
  'requestIdleCallback' in globalThis ? requestIdleCallback(work) : setTimeout(work);

/** Said once, without content: the extension is busy, or was updated under us. */
function failed(error: unknown): void {
  console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
}
