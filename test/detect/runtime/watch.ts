/** Tells the driver what stands in the page, and since when. It only reads: the DOM shows nothing of it. */
import type { Truth, TruthOutput } from '../contract.ts';
import type { Format } from '../words/blocks.ts';
import { fold, letters, shown } from '../words/blocks.ts';
import { exchanges, past } from '../words/script.ts';
import { asked } from './page.ts';
import { readTurn, selectDeep } from './read.ts';

const LOOK_EVERY_MS = 20;
/** An answer that has stood unchanged for so long will not change any more. */
const STILL_MS = 300;

/** Where a component keeps its turns. Known to its page alone. */
interface Turns {
  answers: string;
  users: string;
  neutral?: string;
  /** What stands inside a turn and is not its text. */
  omit?: string;
  format: Format;
}

interface Finish {
  atMs: number;
  text: string;
}

export function watchTurns(turns: Turns): void {
  const live = exchanges(asked.lang).map(({ answer }) => letters(shown(answer, turns.format)));
  const finished: Finish[] = [];
  const read = (): Truth => readTruth(turns, finished);
  window.__detect = { done: 0, lastTokenAt: [], answers: [], read };
  const clock = setInterval(() => {
    const answer = selectDeep(turns.answers).at(-1);
    const at = window.__detect.done;
    const text = answer ? readTurn(answer, turns.omit) : '';
    if (letters(text) !== live[at]) return;
    const known = finished[at];
    if (known?.text !== text) finished[at] = { atMs: known?.atMs ?? Date.now(), text };
    else if (Date.now() - known.atMs >= STILL_MS) {
      window.__detect.lastTokenAt.push(known.atMs);
      window.__detect.answers.push(text);
      window.__detect.done = at + 1;
    }
    if (window.__detect.done === live.length) clearInterval(clock);
  }, LOOK_EVERY_MS);
}

function readTruth({ answers, users, neutral, omit, format }: Turns, finished: Finish[]): Truth {
  const before = past(asked.lang, asked.history);
  const expected = [...before, ...exchanges(asked.lang)].map(({ answer }) => letters(shown(answer, format)));
  const outputs: TruthOutput[] = [];
  const others = neutral ? selectDeep(neutral).map((element) => readTurn(element, omit)) : [];
  for (const element of selectDeep(answers)) {
    const text = readTurn(element, omit);
    const at = expected.indexOf(letters(text));
    if (at < 0) {
      others.push(text);
      continue;
    }
    const ended = finished[at - before.length]?.atMs;
    outputs.push({ text: readTurn(element, omit, true), ...(ended ? { lastTokenAtMs: ended } : {}) });
  }
  const userTexts = selectDeep(users).map((element) => fold(readTurn(element, omit)));
  return { outputs, userTexts, neutral: others };
}
