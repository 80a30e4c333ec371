/**
 * The thread of the page of the figures: it answers with figures and nothing else, so that it needs no library and begins to read before
 * the page's own code is there.
 */
import { countedFrom } from '../domain/figures/months.ts';
import { openBare } from '../store/bare/bare.ts';
import { degradedBare, pagesBare, publishedBare, talliesBare } from '../store/bare/counted.ts';
import type { AnsweredAside, AskedAside } from './asked.ts';
import { figuresBy, type Read } from './counting.ts';

/** The thread, as far as it is needed here. */
interface FiguresThread {
  addEventListener(type: 'message', listener: (event: MessageEvent<AskedAside>) => void): void;
  postMessage(message: AnsweredAside): void;
}

/** Opens the database and asks for the first rows, which takes as long as the page takes to ask for figures. */
async function begin(): Promise<Read> {
  const database = await openBare();
  if (!database) throw new Error('No database that is read without the library');
  const now = countedFrom(new Date().toISOString());
  const first = pagesBare(database, now);
  // Whoever counts it hears of what fails.
  first.catch(() => undefined);
  return {
    // Between the two a month may have ended.
    pages: (from) => (from === now ? first : pagesBare(database, from)),
    tallies: (day, own) => talliesBare(database, day, own),
    published: () => publishedBare(database),
    degraded: (from) => degradedBare(database, from),
    done: () => database.close(),
  };
}

/** Answers what the page asks, until it goes. */
export function answerFigures(thread: FiguresThread): void {
  let begun: Promise<Read> | undefined = begin();
  begun.catch(() => undefined);
  const figuresOf = figuresBy(() => {
    // It is counted once: nobody hears here of what changes afterwards, so that whoever asks again has it read again.
    const read = begun ?? begin();
    begun = undefined;
    return read;
  });
  thread.addEventListener('message', ({ data }) => {
    if (!('figures' in data)) return;
    const { number } = data;
    figuresOf(data.figures).then(
      (figures) => thread.postMessage({ number, figures }),
      (error: unknown) => thread.postMessage({ number, failed: String(error) }),
    );
  });
}
