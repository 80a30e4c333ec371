/** One place in a page that may be an AI answer, and everything that speaks for or against it. */
import { normaliseText } from '../../domain/text.ts';
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
import { hasComposer } from './typed.ts';
import type { Evidence } from './weights.ts';

/** An answer with the turn that holds it and, where one was seen, the person's turn before it. */
export interface Candidate {
  /** The element whose text is the answer. */
  region: Element;
  /** What repeats in the conversation: a child of the list, or of one of its groups. */
  turn: Element;
  user?: Element;
  /** The element in which the conversation's turns stand. */
  list: Element;
  root: Document | ShadowRoot;
  /** Steps in which it grew, and for how long. */
  steps: number;
  grewMs: number;
  /** Prompts after which an answer came, this one among them. */
  answers: number;
  /** Answers of this kind that came with no prompt before them. */
  unprompted: number;
}

/** Fewer looks with growth than this in a millisecond is messages coming one by one, and no stream. */
const SLOWEST_PER_MS = 2.5 / 1_000;

const MARKUP = /(^|[-_\s])(markdown|prose|md|rendered|typeset|rich-?text)/i;
const LIVE = '[role="log"], [role="feed"], [aria-live="polite"], [aria-live="assertive"], [aria-busy="true"]';

/** What speaks for and against a candidate, each as 0 or 1. */
export function evidenceOf(candidate: Candidate): Evidence {
  const { region, turn, user, list, root, steps, grewMs, unprompted, answers } = candidate;
  const buttons = [...turn.querySelectorAll('button, [role="button"]')].map(labelOf);
  const around = labelsAround(list, root);
  return {
    prompted: Number(user !== undefined),
    again: Number(answers > 1),
    grew: Number(steps >= 5 && grewMs >= 250 && steps / grewMs >= SLOWEST_PER_MS),
    grewUnprompted: Number(user === undefined && steps >= 4),
    longer: Number(normaliseText(region.textContent ?? '').length >= 80),
    namedAi: Number(withInner(turn, namesAi)),
    namedUser: Number(user !== undefined && withInner(user, namesUser)),
    namedPeople: Number(withInner(turn, namesPeople) && !withInner(turn, namesAi)),
    markup: Number(
      MARKUP.test(region.className?.toString() ?? '') ||
        region.querySelector('[class*="markdown" i], pre code, table') !== null,
    ),
    rated: Number(buttons.some((label) => BUTTON_RATE.test(label) || BUTTON_AGAIN.test(label))),
    copied: Number(buttons.some((label) => BUTTON_COPY.test(label))),
    stopped: Number(
      [...root.querySelectorAll('button, [role="button"]')].some((button) => BUTTON_STOP.test(labelOf(button))),
    ),
    live: Number(list.closest(LIVE) !== null || list.querySelector(LIVE) !== null),
    labelled: Number(around),
    composer: Number(hasComposer(root) || hasComposer(document)),
    unprompted: Number(unprompted > 0),
    often: Number(unprompted > 2),
  };
}

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
  const headings = [...document.querySelectorAll('h1, h2, h3, header, [role="banner"], small, footer')]
    .filter((element) => !list.contains(element))
    .map((element) => (element.textContent ?? '').slice(0, 300));
  return [document.title, ...placeholders, ...headings].some(labelsAi);
}
