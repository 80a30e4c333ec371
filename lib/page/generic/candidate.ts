/** One place in a page that may be an AI answer, and everything that speaks for or against it. */
import { normaliseText } from '../../domain/text.ts';
import type { Evidence } from './evidence.ts';
import {
  BUTTON_AGAIN,
  BUTTON_COPY,
  BUTTON_RATE,
  BUTTON_STOP,
  labelOf,
  labelsAi,
  namesAi,
  namesPeople,
  namesUser,
} from './names.ts';
import type { Place } from './place.ts';
import { deepText } from './tree.ts';
import { hasComposer } from './typed.ts';

/** An answer with the turn that holds it and, where one was seen, the person's turn before it. */
export interface Candidate extends Place {
  /** The element whose text is the answer; the turn where the text stands in a shadow root of it. */
  region: Element;
  root: Document | ShadowRoot;
  /** The prompt, where it stands in the person's turn. */
  promptText?: string;
  /** Whether the person sent anything not long before. */
  asked: boolean;
  /** Looks in which it grew, and from the first to the last of them. */
  steps: number;
  grewMs: number;
  /** Most looks in which one paragraph of it grew. */
  inline: number;
  /** Prompts after which an answer came, this one among them. */
  answers: number;
  /** What came in one piece into the same list with no prompt before it. */
  unasked: number;
  /** What else came into the list at the same time. */
  beside: number;
}

/** Fewer looks with growth than this in a millisecond is messages coming one by one, and no stream. */
const SLOWEST_PER_MS = 2 / 1_000;

const MARKUP = /(^|[-_\s])(markdown|prose|md|rendered|typeset|rich-?text)/i;
const LIVE = '[role="log"], [role="feed"], [aria-live="polite"], [aria-live="assertive"], [aria-busy="true"]';

/** What speaks for and against a candidate, each as 0 or 1. */
export function evidenceOf(candidate: Candidate): Evidence {
  return { ...howItCame(candidate), ...howItLooks(candidate), ...whatIsAround(candidate) };
}

type Part<K extends keyof Evidence> = Pick<Evidence, K>;

function howItCame({
  user,
  asked,
  answers,
  steps,
  grewMs,
  inline,
  unasked,
  beside,
}: Candidate): Part<
  | 'prompted'
  | 'asked'
  | 'again'
  | 'grew'
  | 'grewLong'
  | 'grewInline'
  | 'answered'
  | 'grewAlone'
  | 'cameAlone'
  | 'unasked'
  | 'often'
  | 'beside'
> {
  const streamed = steps >= 4 && steps / Math.max(1, grewMs) >= SLOWEST_PER_MS;
  return {
    prompted: Number(user !== undefined),
    asked: Number(asked),
    again: Number(answers > 1),
    grew: Number(streamed),
    grewLong: Number(streamed && steps >= 8),
    grewInline: Number(streamed && inline >= 3),
    answered: Number(streamed && inline >= 3 && user !== undefined),
    grewAlone: Number(user === undefined && streamed),
    cameAlone: Number(user === undefined && !streamed),
    unasked: Number(unasked > 0),
    often: Number(unasked > 2),
    beside: Number(beside > 0 && !streamed),
  };
}

function howItLooks({
  region,
  turn,
  user,
}: Candidate): Part<
  'longer' | 'long' | 'formatted' | 'namedAi' | 'namedUser' | 'namedPeople' | 'markup' | 'rated' | 'copied'
> {
  const length = normaliseText(deepText(region)).length;
  const buttons = buttonsIn(turn).map(labelOf);
  return {
    longer: Number(length >= 80),
    long: Number(length >= 240),
    formatted: Number(region.querySelector('li, pre, table, h1, h2, h3, h4, p + p, strong') !== null),
    namedAi: Number(withInner(turn, namesAi)),
    namedUser: Number(user !== undefined && withInner(user, namesUser)),
    namedPeople: Number(withInner(turn, namesPeople) && !withInner(turn, namesAi)),
    markup: Number(
      MARKUP.test(region.className?.toString() ?? '') ||
        region.querySelector('[class*="markdown" i], pre code, table') !== null,
    ),
    rated: Number(buttons.some((label) => BUTTON_RATE.test(label) || BUTTON_AGAIN.test(label))),
    copied: Number(buttons.some((label) => BUTTON_COPY.test(label))),
  };
}

function whatIsAround({ list, root }: Candidate): Part<'stopped' | 'live' | 'labelled' | 'composer'> {
  return {
    stopped: Number(buttonsIn(root).some((button) => BUTTON_STOP.test(labelOf(button)))),
    live: Number(list.closest(LIVE) !== null || list.querySelector(LIVE) !== null),
    labelled: Number(labelsAround(list, root)),
    composer: Number(hasComposer(root) || hasComposer(document)),
  };
}

const buttonsIn = (within: ParentNode): Element[] => [...within.querySelectorAll('button, [role="button"]')];

/** Whether an element, or one of the few wrappers on the way into it, fits. */
function withInner(element: Element, fits: (element: Element) => boolean): boolean {
  const near = [element, ...element.querySelectorAll(':scope > *, :scope > * > *, :scope > * > * > *')].slice(0, 40);
  return near.some(fits);
}

/** Whether title, headings, placeholders or small print around the conversation say that a machine answers. */
function labelsAround(list: Element, root: Document | ShadowRoot): boolean {
  const fields = [...document.querySelectorAll('textarea, input'), ...root.querySelectorAll('textarea, input')];
  const placeholders = fields.map(
    (field) => `${field.getAttribute('placeholder') ?? ''} ${field.getAttribute('aria-label') ?? ''}`,
  );
  const headings = [document, root]
    .flatMap((within) => [...within.querySelectorAll('h1, h2, h3, header, [role="banner"], small, footer')])
    .filter((element) => !list.contains(element))
    .map((element) => (element.textContent ?? '').slice(0, 300));
  return [document.title, ...placeholders, ...headings].some(labelsAi);
}
