/** The thread beside this page: started when something is first asked of it, and gone with the page. */
import type { AnsweredAside, AskedAside, LineAnswer } from '../../lib/aside/asked.ts';
import type { LineAsked } from '../../lib/store/ask/line.ts';

interface Hearing {
  next(answer: LineAnswer): void;
  failed(error: Error): void;
}

const hearing = new Map<number, Hearing>();
let thread: Worker | undefined;
let asked = 0;

function started(): Worker {
  if (thread) return thread;
  const worker = new Worker('/aside.js');
  worker.addEventListener('message', ({ data }: MessageEvent<AnsweredAside>) => {
    const heard = hearing.get(data.number);
    if ('line' in data) heard?.next(data.line);
    else heard?.failed(new Error(data.failed));
  });
  worker.addEventListener('error', ({ message }) => {
    for (const heard of hearing.values()) heard.failed(new Error(message));
  });
  thread = worker;
  return worker;
}

/** Hears of a line now and whenever it changes. Gives the function that stops it. */
export function hearLine(line: LineAsked, heard: Hearing): () => void {
  asked += 1;
  const number = asked;
  hearing.set(number, heard);
  const tell = (message: AskedAside) => started().postMessage(message);
  tell({ number, line });
  return () => {
    hearing.delete(number);
    tell({ number, stop: true });
  };
}
