/** The thread beside this page: started when something is first asked of it, and gone with the page. */
import type {
  AnsweredAside,
  AsideAnswer,
  AsideAsked,
  AskedAside,
  FiguresAnswer,
  FiguresAsked,
} from '../../lib/aside/asked.ts';
import type { QueueOrder } from '../../lib/domain/decision/sifted.ts';
import type { PackAsked, PackRead } from '../../lib/domain/policy/periodic/pack.ts';

interface Hearing {
  next(answer: AsideAnswer): void;
  failed(error: Error): void;
}

const hearing = new Map<number, Hearing>();
let thread: Worker | undefined;
let last = 0;

function started(): Worker {
  if (thread) return thread;
  const worker = new Worker('/aside.js');
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
}

/** Asks for something, and hears of it as often as it is answered. Gives the function that stops it. */
export function askAside(asked: AsideAsked, heard: Hearing): () => void {
  last += 1;
  const number = last;
  hearing.set(number, heard);
  const tell = (message: AskedAside) => started().postMessage(message);
  tell({ number, ...asked });
  return () => {
    hearing.delete(number);
    tell({ number, stop: true });
  };
}

/** Says that words, or figures, are about to be asked for: what that takes is read meanwhile. */
export function prepareAside(what: QueueOrder | 'figures'): void {
  const stop = askAside({ prepare: what }, { next: () => undefined, failed: () => undefined });
  stop();
}

/** Outputs with some words in them, found beside the page. */
export function foundAside(words: string): Promise<string[]> {
  const { promise, resolve, reject } = Promise.withResolvers<string[]>();
  const stop = askAside({ words }, { next: (answer) => 'found' in answer && resolve(answer.found), failed: reject });
  return promise.finally(stop);
}

/** What the record says for the pack of a periodic review. */
export function packAside(pack: PackAsked): Promise<PackRead> {
  const { promise, resolve, reject } = Promise.withResolvers<PackRead>();
  const stop = askAside({ pack }, { next: (answer) => 'pack' in answer && resolve(answer.pack), failed: reject });
  return promise.finally(stop);
}

/** Figures, counted beside the page. */
export function figuresAside(figures: FiguresAsked): Promise<FiguresAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<FiguresAnswer>();
  const stop = askAside(
    { figures },
    { next: (answer) => 'figures' in answer && resolve(answer.figures), failed: reject },
  );
  return promise.finally(stop);
}
