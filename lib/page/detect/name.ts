/**
 * Which output a turn is. Pages draw turns anew, drop and re-make them, and put other text into the same element; the
 * same answer must stay the same output, another answer must become another one, and a regenerated one a new version.
 */

import { roughText } from '../read/rough.ts';
import { conversationIdOf, type Found, messageIdOf, type Name } from './found.ts';
import type { Turns } from './turns.ts';

/** Most outputs that have gone and may come back; the oldest are forgotten first. */
const MOST_GONE = 3_000;
/** A page that draws its whole list anew has put up the new one within this time. */
const REDRAWN_MS = 1_500;

/** The name of a turn as it stands now. Reads the prompt, so it is for turns whose answer is read too. */
export function nameOf(turn: Element, turns: Turns): Name {
  const { profile } = turns;
  const user = turns.userBefore(turn);
  return {
    conversation: conversationIdOf(location, profile),
    message: messageIdOf(turn, profile),
    asked: user && askedBy(user, turns),
    user: user && new WeakRef(user),
  };
}

function askedBy(user: Element, turns: Turns): string {
  const id = messageIdOf(user, turns.profile);
  return id ? `id ${id}` : printOf(roughText([turns.userText(user)], turns.profile.exclude));
}

/** Whether two names may be of one conversation: a new one gets its id only after its first answer began. */
const inOneConversation = (a: Name, b: Name): boolean =>
  a.conversation === undefined || b.conversation === undefined || a.conversation === b.conversation;

/**
 * Whether an element whose text has changed still holds the same output: the same message, or another answer to the
 * same prompt. Text that goes on from what was there is no other answer, however the rest of the page changed.
 */
export function isSameOutput(before: Name, now: Name, goesOn: boolean): boolean {
  if (!inOneConversation(before, now)) return false;
  if (before.message !== undefined && before.message === now.message) return true;
  if (before.asked !== undefined && now.asked !== undefined) return before.asked === now.asked || goesOn;
  return goesOn || before.message === undefined || now.message === undefined;
}

/** Whether a text is an earlier one with more at its end; what stood last (a cursor, an open line) may have changed. */
export function goesOn(text: string, before: string): boolean {
  return text.length > before.length && text.startsWith(before.slice(0, Math.floor(before.length * 0.9)));
}

/** An output that has gone from the page. */
export interface Gone {
  id: string;
  name: Name;
  /** Of its last complete text. */
  print?: string | undefined;
  startedAt: string;
  completedAt?: string | undefined;
  hash?: string | undefined;
  grew: boolean;
  goneMs: number;
  /** All of it, as long as it may only have been drawn anew. */
  found?: Found | undefined;
}

/** The outputs that have gone from a page. */
export class Past {
  readonly #byId = new Map<string, Gone>();
  readonly #byMessage = new Map<string, Gone>();
  readonly #byAsked = new Map<string, Set<Gone>>();
  readonly #loose = new Set<Gone>();

  get isEmpty(): boolean {
    return this.#byId.size === 0;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** Takes an output that has gone; it is `found` again where the same answer comes at once in another element. */
  add(found: Found, name: Name): void {
    const { id, startedAt, completedAt, hash, grew, text } = found;
    const print = text === undefined ? undefined : printOf(text);
    const gone: Gone = { id, name, print, startedAt, completedAt, hash, grew, goneMs: performance.now(), found };
    this.#byId.set(id, gone);
    if (name.message !== undefined) this.#byMessage.set(name.message, gone);
    const asked = name.asked ?? '';
    this.#byAsked.set(asked, (this.#byAsked.get(asked) ?? new Set()).add(gone));
    this.#loose.add(gone);
    for (const [, oldest] of this.#byId) {
      if (this.#byId.size <= MOST_GONE) break;
      this.#remove(oldest);
    }
  }

  /** Takes back what a new turn is, where it is one that has gone. `text` reads the new turn's text. */
  claim(name: Name, text: () => string): Gone | undefined {
    const gone = this.#match(name, text);
    if (gone) this.#remove(gone);
    return gone;
  }

  /** Lets go of what did not come back at once; gives it. */
  settle(): Found[] {
    const left: Found[] = [];
    for (const gone of this.#loose) {
      if (gone.found) left.push(gone.found);
      gone.found = undefined;
    }
    this.#loose.clear();
    return left;
  }

  #match(name: Name, text: () => string): Gone | undefined {
    const same = name.message === undefined ? undefined : this.#byMessage.get(name.message);
    if (same && inOneConversation(same.name, name)) return same;
    const askedSame = [...(this.#byAsked.get(name.asked ?? '') ?? [])].filter((gone) =>
      inOneConversation(gone.name, name),
    );
    if (askedSame.length === 0) return undefined;
    const print = printOf(text());
    // Another message of the same text is another output; it only looks the same where there are no ids.
    const alike = askedSame.find((gone) => gone.print === print && !tellsApart(gone.name, name));
    if (alike) return alike;
    const anew = askedSame.filter((gone) => isAnswerTo(gone, name));
    return anew.length === 1 || anew.every(({ found }) => found) ? anew[0] : undefined;
  }

  #remove(gone: Gone): void {
    this.#byId.delete(gone.id);
    this.#loose.delete(gone);
    const { message, asked = '' } = gone.name;
    if (message !== undefined && this.#byMessage.get(message) === gone) this.#byMessage.delete(message);
    const others = this.#byAsked.get(asked);
    others?.delete(gone);
    if (others?.size === 0) this.#byAsked.delete(asked);
  }
}

const tellsApart = (a: Name, b: Name): boolean =>
  a.message !== undefined && b.message !== undefined && a.message !== b.message;

/**
 * Whether a new turn with other text is a new version of one that has gone. The same words may be asked twice, so it
 * must be the same turn of the person: by the tool's id, by its element, or because all of the page was drawn anew.
 */
function isAnswerTo(gone: Gone, { asked, user }: Name): boolean {
  if (asked === undefined) return gone.found !== undefined && gone.print === undefined;
  if (asked.startsWith('id ')) return true;
  const [before, now] = [gone.name.user?.deref(), user?.deref()];
  if (before === now && now) return true;
  return before?.isConnected !== true && performance.now() - gone.goneMs < REDRAWN_MS;
}

/** A short stand-in for a text (two hashes of 32 bits), so that the texts that have gone are not kept. */
function printOf(text: string): string {
  let [one, other] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2_654_435_761);
    other = Math.imul(other ^ unit, 1_597_334_677);
  }
  return `${one} ${other}`;
}
