/** A page that is learned while something grows in it, at a rhythm that the test gives: how busy the machine is. */
import { parseHTML } from 'linkedom';
import { vi } from 'vitest';
import { Turns } from '../../../../lib/page/detect/turns.ts';
import { offerTurns } from '../../../../lib/page/detect/turns-by.ts';
import { offerTeachable, type Teachable } from '../../../../lib/page/frame/teachable.ts';
import { offerRecords } from '../../../../lib/page/ground/records.ts';
import { deepText } from '../../../../lib/page/ground/tree.ts';
import { Learner } from '../../../../lib/page/learn/learner.ts';
import { Lessons } from '../../../../lib/page/learn/lessons.ts';
import { offerLessons } from '../../../../lib/page/learn/lessons-port.ts';
import type { ToolProfile } from '../../../../lib/tools/profile.ts';

vi.mock('../../../../lib/page/frame/load.ts', () => ({ load: () => Promise.resolve() }));

/** How a machine goes: what passes between two tasks of the page, and how late our own timers run. */
export interface Rhythm {
  /** Between a task of the page and the next. */
  gapMs(): number;
  /** Whether our timers wait until a later gap. */
  isLate(): boolean;
  /** What a call for the time takes: a slice of work holds fewer steps the longer that is. */
  stepMs: number;
  /** Whether the page lets nobody ask on just now. */
  isLocked?(): boolean;
  /** When the script that makes profiles is there. */
  lessonsMs: number;
}

/** A task of the page: what it does with the document, by ways that are heard. */
export type Task = (page: Page) => void;

export interface Page {
  document: Document;
  put(parent: Element, child: Node, before?: Node | null): void;
  swap(before: ChildNode, now: ChildNode): void;
  take(node: ChildNode): void;
  /** Draws all of an element anew. */
  draw(element: Element, html: string): void;
  write(text: Text, more: string): void;
  make(name: string, html: string, tag?: string): HTMLElement;
  /** A person writes in the field and sends it; what one asked may stay in the field. */
  ask(text: string, stays?: boolean): void;
}

const BEFORE_LESSONS_MS = 10;
/** By then all is judged. */
const SETTLED_MS = 4_000;

/** Plays tasks at a rhythm, and gives the texts that are read at the end. */
export function textsAfter(html: string, tasks: readonly Task[], rhythm: Rhythm): string[] {
  vi.useFakeTimers();
  const clock = { nowMs: 1_000, stepMs: 0 };
  vi.spyOn(performance, 'now').mockImplementation(() => {
    clock.nowMs += clock.stepMs;
    return clock.nowMs;
  });
  const ended = new AbortController();
  try {
    const page = openPage(html);
    let profile: ToolProfile | undefined;
    const pass = (ms: number, late = false) => {
      clock.nowMs += ms;
      clock.stepMs = rhythm.stepMs;
      if (!late) vi.advanceTimersByTime(ms);
      clock.stepMs = 0;
    };
    offerTeachable({ signal: ended.signal } as Teachable);
    offerTurns((by) => new Turns(by));
    offerRecords();
    const learned = (lesson: { profile: ToolProfile }) => {
      profile = lesson.profile;
    };
    new Learner({ learned }, ended.signal, () => rhythm.isLocked?.() ?? false);
    let lessonsMs = clock.nowMs + rhythm.lessonsMs;
    pass(BEFORE_LESSONS_MS);
    for (const task of tasks) {
      task(page.page);
      page.tell();
      pass(rhythm.gapMs(), rhythm.isLate());
      if (clock.nowMs < lessonsMs) continue;
      offerLessons((...given) => new Lessons(...given));
      lessonsMs = Number.POSITIVE_INFINITY;
    }
    if (lessonsMs < Number.POSITIVE_INFINITY) offerLessons((...given) => new Lessons(...given));
    for (let ms = 0; ms < SETTLED_MS; ms += 50) pass(50);
    return profile ? textsBy(profile, page.page.document) : [];
  } finally {
    ended.abort();
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  }
}

function textsBy(profile: ToolProfile, document: Document): string[] {
  const turns = new Turns(profile);
  return turns.within(document.body).map((turn) =>
    turns
      .prose(turn)
      .map((part) => deepText(part, profile.exclude?.join(', ')).replace(/\s+/g, ' ').trim())
      .join(' '),
  );
}

const style = { userSelect: 'auto', position: 'static', display: 'block', overflowY: 'visible' };
const styleOf = (element: Element) => ({
  ...style,
  flexDirection: /flex-direction: ([\w-]+)/.exec(element.getAttribute('style') ?? '')?.[1] ?? 'row',
});

type Hear = (records: Partial<MutationRecord>[]) => void;

function openPage(html: string): { page: Page; tell(): void } {
  const window = parseHTML(`<html><body>${html}</body></html>`);
  const document = window.document as unknown as Document;
  Object.assign(document, { createTreeWalker: walkerOf });
  Object.assign(window.HTMLElement.prototype, {
    checkVisibility: isVisible,
    getBoundingClientRect: boxOf,
    clientHeight: 20,
    compareDocumentPosition: positionOf,
    closest: closestOf,
  });
  const hear = new Set<Hear>();
  beIn(window as unknown as Record<string, unknown>, hear);
  const records: Partial<MutationRecord>[] = [];
  const tell = () => {
    const told = records.splice(0);
    if (told.length > 0) for (const listener of hear) listener(told);
  };
  return { page: pageOf(document, records), tell };
}

const CLASSES = ['Element', 'HTMLElement', 'HTMLInputElement', 'Text', 'ShadowRoot', 'Document', 'NodeFilter'];

/** What scripts find around them in a page. */
function beIn(window: Record<string, unknown>, hear: Set<Hear>): void {
  const positions = { DOCUMENT_POSITION_FOLLOWING: FOLLOWS, DOCUMENT_POSITION_CONTAINS: CONTAINS };
  const globals: Record<string, unknown> = {
    ...Object.fromEntries(CLASSES.map((name) => [name, window[name] ?? class {}])),
    Node: Object.assign(window.Node as object, positions),
    document: window.document,
    chrome: {},
    location: { hostname: 'chat.example' },
    getComputedStyle: styleOf,
    CSS: { escape: (name: string) => name },
    MutationObserver: class {
      readonly #hear;
      constructor(told: Hear) {
        this.#hear = told;
      }
      observe = () => void hear.add(this.#hear);
      disconnect = () => void hear.delete(this.#hear);
      takeRecords = () => [];
    },
  };
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
}

function pageOf(document: Document, records: Partial<MutationRecord>[]): Page {
  const note = (target: Node, addedNodes: Node[], removedNodes: Node[]) =>
    void records.push({ type: 'childList', target, addedNodes, removedNodes } as unknown as MutationRecord);
  return {
    document,
    put(parent, child, before = null) {
      parent.insertBefore(child, before);
      note(parent, [child], []);
    },
    swap(before, now) {
      const parent = before.parentNode as Node;
      before.replaceWith(now);
      note(parent, [now], [before]);
    },
    take(node) {
      const parent = node.parentNode as Node;
      node.remove();
      note(parent, [], [node]);
    },
    draw(element, inner) {
      const before = [...element.childNodes];
      element.innerHTML = inner;
      note(element, [...element.childNodes], before);
    },
    write(text, more) {
      const oldValue = text.data;
      text.data += more;
      records.push({ type: 'characterData', target: text, oldValue });
    },
    make(name, inner, tag = 'div') {
      const element = document.createElement(tag);
      element.className = name;
      element.innerHTML = inner;
      return element;
    },
    ask: (text, stays) => askIn(document, text, stays),
  };
}

/** linkedom cannot say which child of its parent an element is that was taken out. */
function closestOf(this: Element, selector: string): Element | null {
  for (let node: Element | null = this; node?.parentNode; node = node.parentElement)
    if (node.matches(selector)) return node;
  return null;
}

function isVisible(this: Element): boolean {
  return this.closest('[hidden]') === null;
}

/** Where an element stands from left to right: beside the others in what is laid out in a row, else as wide as they are. */
function boxOf(this: Element): Pick<DOMRect, 'left' | 'right'> {
  const isInRow = /display: flex/.test(this.parentElement?.getAttribute('style') ?? '');
  const left = isInRow ? 100 * [...(this.parentElement?.children ?? [])].indexOf(this) : 0;
  return { left, right: left + 100 };
}

/** Whether another element comes after one in the page: linkedom's own answer is wrong for what is nested. */
function positionOf(this: Element, other: Element): number {
  const all = [...(this.ownerDocument.querySelectorAll('*') as Iterable<Element>)];
  const after = all.indexOf(other) > all.indexOf(this) ? FOLLOWS : 2;
  return after + (other.contains(this) ? CONTAINS : 0);
}
const [FOLLOWS, CONTAINS] = [4, 8];

/** All elements in one, in page order: linkedom's own gives texts too. */
function walkerOf(top: Element): { currentNode: Element; nextNode(): Element | undefined } {
  const all = [top, ...top.querySelectorAll('*')];
  let at = 0;
  const walker = {
    currentNode: top,
    nextNode: () => {
      const next = all[++at];
      if (next) walker.currentNode = next;
      return next;
    },
  };
  return walker;
}

/** A person writes in the field, and sends it. */
function askIn(document: Document, text: string, stays = false): void {
  const field = document.querySelector('textarea') as HTMLTextAreaElement;
  for (const [type, value, key] of [
    ['input', text, ''],
    ['keydown', text, 'Enter'],
    ...(stays ? [] : [['input', '', ''] as const]),
  ] as const) {
    field.value = value;
    const event = new (document.defaultView as unknown as { Event: typeof Event }).Event(type, { bubbles: true });
    Object.defineProperties(event, {
      isTrusted: { value: true },
      key: { value: key },
      composedPath: { value: () => [field, document.body, document] },
    });
    document.dispatchEvent(event);
  }
}
