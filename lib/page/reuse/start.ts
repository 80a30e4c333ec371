/** What a person puts into fields of this frame: asked about, said beside the field, and measured when they are done. */

import { browser } from 'wxt/browser';
import { LONGEST_PASTE } from '../../domain/limits.ts';
import { send } from '../../messages/send.ts';
import type { Recognised } from '../../messages/to-background/reuse.ts';
import type { PageMessages } from '../../messages/to-page/index.ts';
import { findTeachable } from '../frame/teachable.ts';
import { activeField, isSecret } from './field.ts';
import { lookAtPage } from './look.ts';
import { ReuseNotice } from './notice.ts';
import { Use } from './use.ts';
import { wordsFor } from './words.ts';

/** Shorter texts say nothing of where they come from. */
const FEWEST_CHARACTERS = 20;
/** Uses that are followed at once. */
const MOST_USES = 20;

const KEY = Symbol.for('countersign.reuse');
const world = globalThis as { [KEY]?: AbortSignal };

/** Takes up what was pasted so far, and what will be. Once a detector. */
export function startReuse(): void {
  const frame = findTeachable();
  if (!frame || world[KEY] === frame.signal) return;
  world[KEY] = frame.signal;
  const { signal } = frame;
  let uses: Use[] = [];
  const notice = new ReuseNotice(signal);
  const take = (text = '') => {
    const field = activeField();
    if (!field || isSecret(field) || text.trim().length < FEWEST_CHARACTERS) return;
    // The same for every text: what comes next is not to be seen in the page.
    notice.stand(field);
    const use = new Use(field, text.slice(0, LONGEST_PASTE), notice);
    uses = [...uses, use].slice(-MOST_USES);
    void use.begin().catch(failed);
  };
  const waiting = frame.pastes;
  frame.pastes = {
    push(text) {
      take(text);
      return 0;
    },
  };
  if (Array.isArray(waiting)) for (const text of waiting) take(text as string | undefined);
  const finish = (isDone: (use: Use) => boolean = () => true) => {
    for (const use of uses) if (isDone(use)) void use.measure().catch(failed);
  };
  const moved = () => {
    // Another window is in front: the field is where it was.
    if (signal.aborted || isBehind()) return;
    const field = document.hasFocus() ? activeField() : undefined;
    notice.moved(field);
    finish((use) => use.field !== field);
  };
  const options = { capture: true, passive: true, signal };
  // The keyboard is nowhere while it moves. A frame that loses it says nothing: what gets it does.
  document.addEventListener('focusout', () => setTimeout(moved), options);
  window.addEventListener('focus', () => setTimeout(moved), options);
  document.addEventListener('input', () => note(uses), options);
  // Before the page empties what was sent.
  document.addEventListener('submit', () => finish(), options);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && finish(), options);
  addEventListener('pagehide', () => finish(), options);
  hearMessages(notice, () => uses, signal);
  void send('reuse.start', {})
    .then(({ looks }) => looks && lookAtPage(frame, signal))
    .catch(failed);
}

/** Whether the person has gone to another window, and not only to another frame of this page. */
function isBehind(): boolean {
  try {
    return !(document.hasFocus() || top?.document.hasFocus());
  } catch (error) {
    // A page of another origin does not say; its frames count as left.
    console.debug('Countersign:', error instanceof Error ? error.name : '');
    return false;
  }
}

function note(uses: readonly Use[]): void {
  for (const use of uses) use.note();
}

/** What the background says here: a name, and what is known of a text where it is about one. */
type Heard = PageMessages['reuse.show']['body'] & { type: unknown };

/**
 * The person's shortcut gives the notice the keyboard, where there is one; what was put in where nobody sees it is said here,
 * and what has been decided on a text since.
 */
function hearMessages(notice: ReuseNotice, uses: () => readonly Use[], signal: AbortSignal): void {
  const listener = (message: Partial<Heard> | null, _: unknown, reply: (answer: boolean | null) => void) => {
    if (message?.type === 'reuse.change' && message.known) {
      void renewed(uses(), message.known).then(reply, failed);
      return true;
    }
    const shows = message?.type === 'reuse.show';
    if (!shows && message?.type !== 'reuse.focus') return undefined;
    if (shows) {
      notice.stand(activeField() ?? document.documentElement);
      if (message.known) notice.say(wordsFor(message.known));
    }
    reply(shows || notice.focus());
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

async function renewed(uses: readonly Use[], known: Recognised): Promise<boolean | null> {
  for (const use of uses) {
    const said = await use.renew(known);
    if (said !== null) return said;
  }
  return null;
}

/** Said once, without content. */
function failed(error: unknown): void {
  console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
}
