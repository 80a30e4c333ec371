/** One place in a page that may be an AI answer, and everything that speaks for or against it. */
import { normaliseText } from '../../domain/output/text.ts';
import type { Spoken } from '../framing/region.ts';
import type { Work } from '../ground/schedule.ts';
import { childrenOf, deepMatches, deepText, holds } from '../ground/tree.ts';
import type { OwnWords } from '../prompt/own-words.ts';
import { hasComposer } from '../prompt/typed.ts';
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
  saysMachine,
} from './names.ts';
import type { Place } from './place.ts';

/** An answer with the turn that holds it and, where one was seen, the person's turn before it. */
export interface Candidate extends Place, Spoken {
  /** All roots of the page that are known. */
  roots: readonly (Document | ShadowRoot)[];
  /** The prompt, where it stands in the person's turn. */
  words?: OwnWords;
  /** Whether the prompt stands in its field still, and nowhere else. */
  isKept: boolean;
  /** Whether the person sent anything not long before, and whether the page let nobody send more until this began. */
  asked: boolean;
  isLocked: boolean;
  /** Keys that are pressed to write what came of it; how often some came, and from the first to the last of it. */
  typed: number;
  steps: number;
  grewMs: number;
  /** How often one element of it grew by its own text, and how often one paragraph did. */
  own: number;
  inline: number;
  /** Prompts after which an answer came, this one among them. */
  answers: number;
  /** Characters of it for each second since the prompt was sent; 0 where no prompt was seen. */
  perSecond: number;
  /** How long after the prompt its first words came. */
  repliedMs?: number;
  /** What came in one piece into the same list with no prompt before it. */
  unasked: number;
  /** What else came into the list at the same time. */
  beside: number;
}

/**
 * More characters for each second since the question was sent than anybody writes (a quick typist: 10), or has ready: who
 * pastes a reply has read the question and looked for it.
 */
const INSTANT_PER_SECOND = 400;
/** A shorter text than this may have been one click: "Thank you", "Done". */
const LONGER = 80;

/**
 * Pieces in elements of their own come at least as quickly as this one after another: what people's messages gain once
 * they are there ("seen", a card for an address) has an element of its own too, and comes later, or alone.
 */
const SLOWEST_LOOKS_MS = 250;
const FEWEST_PIECES = 4;
/** Slower growth may be somebody typing whose letters are shown at once: a quick typist presses 10 keys a second. */
const TYPED_PER_SECOND = 20;

/** Growing less often than this in a millisecond is messages coming one by one, and no stream. */
const SLOWEST_PER_MS = 2 / 1_000;

const MARKUP = /(^|[-_\s])(markdown|prose|md|rendered|typeset|rich-?text)/i;
const LIVE = '[role="log"], [role="feed"], [aria-live="polite"], [aria-live="assertive"], [aria-busy="true"]';

/** What speaks for and against a candidate, in parts that each take little time. */
const PARTS: readonly ((candidate: Candidate) => Partial<Evidence>)[] = [
  howItCame,
  howItLooks,
  ({ roots, isLocked }) => ({ labelled: Number(isLocked || fieldsSayAi(roots)) }),
  ({ list, roots, turn, region }) =>
    headingsSayAi(list, roots) || linesSayMachine(turn, region) ? { labelled: 1 } : {},
  ({ roots, isLocked }) => ({ stopped: Number(isLocked || roots.some(hasStopButton)) }),
  ({ list }) => ({ live: Number(list.closest(LIVE) !== null || list.querySelector(LIVE) !== null) }),
  ({ roots }) => ({ composer: Number(roots.some(hasComposer)) }),
];

/** All that speaks for and against a candidate: each as 0 or 1, but for what counts more than once. */
export function* weighed(candidate: Candidate): Work<Evidence> {
  let evidence: Partial<Evidence> = {};
  for (const part of PARTS) {
    evidence = { ...evidence, ...part(candidate) };
    yield;
  }
  if (evidence.labelled) {
    // The field is the person's turn, where a machine is said to answer (test/unit/page/learn/kept.test.ts).
    if (candidate.isKept) evidence = { ...evidence, ...howItCame(candidate, true) };
    evidence.again = (evidence.again ?? 0) + soonerBy(candidate) + Number(candidate.isLocked);
  }
  return evidence as Evidence;
}

/** More keys for each second after a question is a text that nobody has ready either, if it is longer than a word. */
const READY_PER_SECOND = 100;
const LONGER_THAN_WORD = 20;
/** Nobody reads a question, finds what is ready for it and sends that in less time. */
const PICKED_MS = 1_500;

/**
 * Whether it came before anybody could have typed it (1), or have picked it from what was ready (2). Who replies so, where the
 * page says that a machine answers, is one: short answers in one piece have nothing else that tells them
 * (test/unit/page/learn/whole.test.ts).
 */
function soonerBy({ typed, repliedMs = Number.POSITIVE_INFINITY }: Candidate): number {
  const seconds = repliedMs / 1_000;
  if (typed >= LONGER_THAN_WORD && (repliedMs < PICKED_MS || typed >= READY_PER_SECOND * seconds)) return 2;
  return Number(typed >= TYPED_PER_SECOND * seconds);
}

type Part<K extends keyof Evidence> = Pick<Evidence, K>;

function howItCame(
  candidate: Candidate,
  isTurn = candidate.user !== undefined,
): Part<
  | 'prompted'
  | 'asked'
  | 'again'
  | 'grew'
  | 'grewLong'
  | 'grewInline'
  | 'grewOn'
  | 'answered'
  | 'grewAlone'
  | 'cameAlone'
  | 'unasked'
  | 'often'
  | 'beside'
> {
  const { asked, answers, steps, grewMs, inline, unasked, beside } = candidate;
  const streamed = steps >= 3 && steps / Math.max(1, grewMs) >= SLOWEST_PER_MS && isQuick(candidate);
  return {
    prompted: Number(isTurn),
    asked: Number(asked),
    again: Number(answers > 1),
    grew: Number(streamed),
    grewLong: Number(streamed && steps >= 8),
    grewInline: Number(streamed && inline >= 3),
    grewOn: Number(isTurn && grewOn(candidate)),
    answered: Number(streamed && inline >= 3 && isTurn),
    grewAlone: Number(!isTurn && streamed),
    cameAlone: Number(!isTurn && !streamed),
    unasked: Number(unasked > 0),
    often: Number(unasked > 2),
    beside: Number(beside > 0 && !streamed),
  };
}

/** Whether a text grew more quickly than somebody types. */
const isQuick = ({ typed, grewMs }: Candidate): boolean => typed >= (TYPED_PER_SECOND * grewMs) / 1_000;

/**
 * Whether a text came in pieces and was whole before anybody could have written it, or have looked for what was ready: some pages
 * show what comes in a few lumps.
 */
const isAtOnce = ({ typed, repliedMs = Number.POSITIVE_INFINITY, grewMs }: Candidate): boolean =>
  typed >= LONGER && repliedMs + grewMs < PICKED_MS && typed >= (READY_PER_SECOND * (repliedMs + grewMs)) / 1_000;

/** Whether a text went on growing as no person's message does once it is there. */
function grewOn(candidate: Candidate): boolean {
  const { own, inline, steps, grewMs } = candidate;
  if (steps < 3 || !isQuick(candidate)) return false;
  return (
    isAtOnce(candidate) ||
    own >= 3 ||
    ((inline >= 3 || steps >= FEWEST_PIECES) && grewMs <= SLOWEST_LOOKS_MS * (steps - 1))
  );
}

function howItLooks({
  region,
  turn,
  user,
  perSecond,
}: Candidate): Part<
  'instant' | 'longer' | 'long' | 'formatted' | 'namedAi' | 'namedUser' | 'namedPeople' | 'markup' | 'rated' | 'copied'
> {
  const length = normaliseText(deepText(region)).length;
  const buttons = [...deepMatches(turn, BUTTONS)].map(labelOf);
  return {
    instant: Number(length >= LONGER && perSecond >= INSTANT_PER_SECOND),
    longer: Number(length >= LONGER),
    long: Number(length >= 240),
    formatted: Number(hasDeep(region, 'li, pre, table, h1, h2, h3, h4, p + p, strong')),
    namedAi: Number(withInner(turn, namesAi)),
    namedUser: Number(user !== undefined && withInner(user, namesUser)),
    namedPeople: Number(withInner(turn, namesPeople) && !withInner(turn, namesAi)),
    markup: Number(
      MARKUP.test(region.className?.toString() ?? '') || hasDeep(region, '[class*="markdown" i], pre code, table'),
    ),
    rated: Number(buttons.some((label) => BUTTON_RATE.test(label) || BUTTON_AGAIN.test(label))),
    copied: Number(buttons.some((label) => BUTTON_COPY.test(label))),
  };
}

const BUTTONS = 'button, [role="button"]';

/** Elements that are looked at from each end of a page: what stops stands by the newest answer or the composer. */
const AT_ENDS = 150;

/** What matches at both ends of a page. Those between are not touched: each one that is takes its time and its place. */
function atEnds(root: ParentNode, selector: string): Element[] {
  const all = root.querySelectorAll(selector);
  const most = Math.min(all.length, 2 * AT_ENDS);
  return Array.from({ length: most }, (_, at) => all[at < AT_ENDS ? at : all.length - most + at] as Element);
}

const hasStopButton = (root: ParentNode): boolean =>
  atEnds(root, BUTTONS).some((button) => BUTTON_STOP.test(labelOf(button)));

const hasDeep = (element: Element, selector: string): boolean => !deepMatches(element, selector).next().done;

/** So many levels of wrappers stand between a turn and its text in most tools. */
const NEAR = 5;

/** Whether an element, or one of the few wrappers on the way into it, fits. */
function withInner(element: Element, fits: (element: Element) => boolean): boolean {
  let level = [element];
  for (let depth = 0; depth < NEAR && level.length > 0; depth++) {
    if (level.some(fits)) return true;
    level = level.flatMap(childrenOf).slice(0, 20);
  }
  return false;
}

const allAtEnds = (roots: readonly (Document | ShadowRoot)[], selector: string): Element[] =>
  roots.flatMap((root) => atEnds(root, selector));

/** Whether the page's title or a field's placeholder says that a machine answers. */
const fieldsSayAi = (roots: readonly (Document | ShadowRoot)[]): boolean =>
  labelsAi(document.title) ||
  allAtEnds(roots, 'textarea, input').some((field) =>
    labelsAi(`${field.getAttribute('placeholder') ?? ''} ${field.getAttribute('aria-label') ?? ''}`),
  );

/** Whether headings or small print around the conversation say so. */
const headingsSayAi = (list: Element, roots: readonly (Document | ShadowRoot)[]): boolean =>
  allAtEnds(roots, 'h1, h2, h3, header, [role="banner"], small, footer').some(
    (element) => !holds(list, element) && labelsAi((element.textContent ?? '').slice(0, 300)),
  );

/** Longer texts are no line that says who speaks; and most lines that are looked at. */
const LINE_LENGTH = 60;
const MOST_LINES = 40;

/** Whether a line in a turn, beside its text, says that a machine wrote that. */
function linesSayMachine(turn: Element, region: Element): boolean {
  let looked = 0;
  for (const line of deepMatches(turn, ':not(:has(*))')) {
    if (holds(region, line)) continue;
    const text = line.textContent ?? '';
    if (text.length <= LINE_LENGTH && saysMachine(text)) return true;
    if (++looked === MOST_LINES) break;
  }
  return false;
}
