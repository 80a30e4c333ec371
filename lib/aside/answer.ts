/** The thread beside the pages: it holds the index of words, and works out what is long work. */
import { liveQuery } from 'dexie';
import type { PackedLine } from '../domain/decision/packed-line.ts';
import { type QueueOrder, termsOf } from '../domain/decision/sifted.ts';
import { type LineAsked, lineWithRows } from '../store/ask/line.ts';
import { hashesInOrder } from '../store/ask/ordered.ts';
import { db } from '../store/db.ts';
import { leftToRead, prepareWords, readWords, unread, withTerms } from '../store/search/shards.ts';
import type { AnsweredAside, AskedAside, LineAnswer } from './asked.ts';
import { figuresOf, limitsFor } from './figures.ts';
import { packReadOf } from './pack.ts';

/** The thread, as far as it is needed here. */
interface Thread {
  addEventListener(type: 'message', listener: (event: MessageEvent<AskedAside>) => void): void;
  postMessage(message: AnsweredAside, handedOver: { transfer: Transferable[] }): void;
}

/** A question that is answered for as long as somebody asks it. */
interface Watching {
  unsubscribe(): void;
}

/** Held by whoever reads words: one of all windows is enough. */
const READING = 'countersign.words';

/** Of outputs that hold some words, as many as anybody chooses from. */
const MOST_FOUND = 20;

/** Answers what the page asks, until it goes. */
export function answerAside(thread: Thread): void {
  const running = new Map<number, Watching>();
  thread.addEventListener('message', ({ data }) => {
    const { number } = data;
    running.get(number)?.unsubscribe();
    running.delete(number);
    const failed = (error: unknown) => thread.postMessage({ number, failed: String(error) }, { transfer: [] });
    if ('figures' in data)
      figuresOf(data.figures).then((figures) => thread.postMessage({ number, figures }, { transfer: [] }), failed);
    if ('limits' in data)
      limitsFor(data.limits).then((limits) => thread.postMessage({ number, limits }, { transfer: [] }), failed);
    if ('pack' in data)
      packReadOf(data.pack).then((pack) => thread.postMessage({ number, pack }, { transfer: [] }), failed);
    if ('words' in data)
      withTerms(termsOf(data.words)).then(
        (found) => thread.postMessage({ number, found: [...found].slice(0, MOST_FOUND) }, { transfer: [] }),
        failed,
      );
    if ('prepare' in data) prepared(data.prepare).catch(unprepared);
    if (!('line' in data)) return;
    const tell = (line: LineAnswer) => thread.postMessage({ number, line }, { transfer: [line.bytes.buffer] });
    const watch = () => {
      let isWatched = true;
      const soFar = ({ bytes }: PackedLine) => isWatched && tell({ bytes, left: 0, isPart: true });
      const watching = liveQuery(() => answered(data.line, soFar)).subscribe({ next: tell, error: failed });
      return {
        unsubscribe() {
          isWatched = false;
          watching.unsubscribe();
        },
      };
    };
    running.set(number, data.line.sieve.words?.trim() ? whenTyped(watch) : watch());
  });
  keepReading();
}

/** Whoever types on asks anew with each letter: what was asked before that is not worked out. */
const BETWEEN_LETTERS_MS = 150;

function whenTyped(watch: () => Watching): Watching {
  let watching: Watching | undefined;
  const waiting = setTimeout(() => {
    watching = watch();
  }, BETWEEN_LETTERS_MS);
  return {
    unsubscribe() {
      clearTimeout(waiting);
      watching?.unsubscribe();
    },
  };
}

/** Nobody waits for it, and what is asked for next says what fails. */
const unprepared = (error: unknown) => console.error('Countersign could not read ahead:', error);

/** Whoever goes to the field for words asks for some in a moment. */
async function prepared(order: QueueOrder): Promise<void> {
  await Promise.all([prepareWords(), unread(), hashesInOrder(order, db)]);
}

async function answered(asked: LineAsked, soFar: (line: PackedLine) => void): Promise<LineAnswer> {
  const found = await lineWithRows(asked, (terms, told) => withTerms(terms, db, told), db, Date.now(), soFar);
  const left = asked.sieve.words?.trim() ? (await unread()).length : 0;
  return { bytes: found.line.bytes, rows: found.rows, left };
}

/** Reads the words of what came, whenever something did. */
function keepReading(): void {
  let isReading = false;
  const read = async (left: number) => {
    if (left === 0 || isReading) return;
    isReading = true;
    try {
      await navigator.locks.request(READING, () => readWords());
    } finally {
      isReading = false;
    }
  };
  const told = (error: unknown) => console.error('Countersign could not read the words:', error);
  liveQuery(() => leftToRead()).subscribe({ next: (left) => void read(left).catch(told), error: told });
}
