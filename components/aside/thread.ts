/** The threads beside this page: each started when something is first asked of it, and gone with the page. */
import type {
  AnsweredAside,
  AsideAnswer,
  AsideAsked,
  AskedAside,
  FiguresAnswer,
  FiguresAsked,
  LimitsAsked,
} from '../../lib/aside/asked.ts';
import type { QueueOrder } from '../../lib/domain/decision/sifted.ts';
import type { ShownLimit } from '../../lib/domain/figures/limits.ts';
import type { PackAsked, PackRead } from '../../lib/domain/policy/periodic/pack.ts';
import { takeThread } from './begun.ts';

interface Hearing {
  next(answer: AsideAnswer): void;
  failed(error: Error): void;
}

/** Asks for something, and hears of it as often as it is answered. Gives the function that stops it. */
type Ask = (asked: AsideAsked, heard: Hearing) => () => void;

function askingOf(start: () => Worker): Ask {
  const hearing = new Map<number, Hearing>();
  let thread: Worker | undefined;
  let last = 0;
  const started = (): Worker => {
    if (thread) return thread;
    const worker = start();
    worker.addEventListener('message', ({ data }: MessageEvent<AnsweredAside>) => {
      const heard = hearing.get(data.number);
      if ('failed' in data) heard?.failed(new Error(data.failed));
      else heard?.next(data);
    });
    worker.addEventListener('error', ({ message }) => {
      for (const heard of hearing.values()) heard.failed(new Error(message));
    });
    thread = worker;
    return worker;
  };
  return (asked, heard) => {
    last += 1;
    const number = last;
    hearing.set(number, heard);
    const tell = (message: AskedAside) => started().postMessage(message);
    tell({ number, ...asked });
    return () => {
      hearing.delete(number);
      tell({ number, stop: true });
    };
  };
}

export const askAside = askingOf(() => new Worker('/aside.js'));

/** Says that words are about to be asked for: what that takes is read meanwhile. */
export function prepareAside(order: QueueOrder): void {
  const stop = askAside({ prepare: order }, { next: () => undefined, failed: () => undefined });
  stop();
}

/** Asks for what is answered once. */
function once<T>(ask: Ask, asked: AsideAsked, answerIn: (answer: AsideAnswer) => T | undefined): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const next = (answer: AsideAnswer) => {
    const found = answerIn(answer);
    if (found !== undefined) resolve(found);
  };
  const stop = ask(asked, { next, failed: reject });
  return promise.finally(stop);
}

/** Outputs with some words in them, found beside the page. */
export const foundAside = (words: string): Promise<string[]> =>
  once(askAside, { words }, (answer) => ('found' in answer ? answer.found : undefined));

/** What the record says for the pack of a periodic review. */
export const packAside = (pack: PackAsked): Promise<PackRead> =>
  once(askAside, { pack }, (answer) => ('pack' in answer ? answer.pack : undefined));

/** What goes out with a defect, worked out beside the page. */
export const limitsAside = (limits: LimitsAsked): Promise<ShownLimit[]> =>
  once(askAside, { limits }, (answer) => ('limits' in answer ? answer.limits : undefined));

/** The thread that was begun for figures alone, in the page that has one. */
let askBegun: Ask | undefined;

/** Figures, counted beside the page. */
export async function figuresAside(figures: FiguresAsked): Promise<FiguresAnswer> {
  const from = (ask: Ask) => once(ask, { figures }, (answer) => ('figures' in answer ? answer.figures : undefined));
  const begun = takeThread();
  if (begun) askBegun = askingOf(() => begun);
  if (!askBegun) return from(askAside);
  try {
    return await from(askBegun);
  } catch (error) {
    // It reads no database that is about to be brought up to date. The other thread does that, and says what fails.
    console.warn('Countersign: figures are counted by the other thread:', error);
    askBegun = undefined;
    return from(askAside);
  }
}
