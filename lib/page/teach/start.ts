/** The teacher of a frame: comes when a person first wants to say something of a text in it. */
import { browser } from 'wxt/browser';
import { send } from '../../messages/send.ts';
import type { PageMessages } from '../../messages/to-page/index.ts';
import { findTeachable } from '../frame/teachable.ts';
import { Teacher, type TeachingWay } from './teacher.ts';

const KEY = Symbol.for('countersign.teacher');
const world = globalThis as { [KEY]?: { frame: unknown } };
const WAYS: readonly TeachingWay[] = ['is', 'isNot', 'pick'];

/** Listens for what is wanted. Once a detector: the same script may be put into a frame several times. */
export function startTeaching(): void {
  const frame = findTeachable();
  if (!frame || world[KEY]?.frame === frame) return;
  world[KEY] = { frame };
  const teacher = new Teacher(frame, () => void send('teach.end', {}));
  const listener = (message: unknown, _: unknown, reply: (answer: null) => void) => {
    const { type, way } = (message ?? {}) as { type?: keyof PageMessages; way?: TeachingWay };
    if (type === 'teach.begin' && way && WAYS.includes(way)) teacher.begin(way);
    else if (type === 'teach.stop') teacher.stop();
    else return undefined;
    reply(null);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  frame.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}
