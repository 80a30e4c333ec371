/** A file of records: read line by line, checked as a whole, and handed on to whoever takes it in. */
import type { CountersignEvent } from '../events/event.ts';
import { headerSchema, type LineProblem, LONGEST_LINE, type ReadLine, readRecord } from './record-lines.ts';

/** Lines that are checked at once, and events that are handed on at once. */
const LINES = 200;
/** What is handed on at once is no longer than about this: it goes in one message. */
const CHARACTERS = 8_000_000;
/** More faults than anybody reads are counted only. */
const SHOWN = 10;

/** Why a file is refused, by line. */
type FileProblem = LineProblem | 'not_ours' | 'not_text';

/** What was found in a file; with a fault in it, none of it is taken. */
export interface Checked {
  team: string | undefined;
  events: number;
  /** Lines that are for reading only: sites, drafts, endpoints. */
  others: number;
  /** The first faults, and how many there are. */
  faults: { line: number; problem: FileProblem }[];
  wrong: number;
}

/** What became of a file. */
export interface Imported {
  taken: number;
  duplicates: number;
  /** Taken without their content, which the team has erased. */
  erased: number;
}

/** Who takes in what a file holds, in parts, and takes it back where it did not end well. */
interface Taker {
  take(events: CountersignEvent[]): Promise<{ keys: string[]; duplicates: number; erased: number }>;
  takeBack(keys: string[]): Promise<unknown>;
}

/** A file's text, from its beginning each time. It throws a TypeError where bytes are no text. */
export type RecordText = () => ReadableStream<string>;

type Told = (reached: number) => void;

/** Lines in parts of at most `LINES`, each part with the number of its first line. */
async function* partsOf(
  text: RecordText,
  signal: AbortSignal,
  told: Told,
): AsyncGenerator<{ at: number; lines: string[] }> {
  const reader = text().getReader();
  let [rest, at, read] = ['', 1, 0];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      signal.throwIfAborted();
      read += part.value.length;
      told(read);
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      // Without an end, a line is handed on as it is, and refused for its length.
      if (rest.length > LONGEST_LINE) lines.push(rest.slice(0, LONGEST_LINE + 1));
      for (let from = 0; from < lines.length; from += LINES)
        yield { at: at + from, lines: lines.slice(from, from + LINES) };
      at += lines.length;
      if (rest.length > LONGEST_LINE) return;
    }
  } finally {
    await reader.cancel().catch(() => undefined); // a stream that broke has nothing to cancel
  }
  if (rest) yield { at, lines: [rest] };
}

/** Checks every line, and the header before them. Writes nothing. */
export async function checkRecords(text: RecordText, signal: AbortSignal, told: Told): Promise<Checked> {
  const checked: Checked = { team: undefined, events: 0, others: 0, faults: [], wrong: 0 };
  const fault = (line: number, problem: FileProblem) => {
    checked.wrong += 1;
    if (checked.faults.length < SHOWN) checked.faults.push({ line, problem });
  };
  try {
    let header = false;
    for await (const { at, lines } of partsOf(text, signal, told)) {
      const from = header ? 0 : 1;
      if (!header && !readHeader(lines[0] ?? '', checked)) return { ...checked, wrong: 1, faults: [NOT_OURS] };
      header = true;
      for (const [index, line] of (await readAll(lines.slice(from))).entries())
        count(line, at + from + index, checked, fault);
    }
    if (!header) fault(1, 'not_ours');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    fault(1, 'not_text'); // the decoder's word for bytes that are no UTF-8
  }
  return checked;
}

const NOT_OURS = { line: 1, problem: 'not_ours' } as const;

function readHeader(text: string, checked: Checked): boolean {
  try {
    const { success, data } = headerSchema.safeParse(JSON.parse(text));
    if (success) checked.team = data.team;
    return success;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

const readAll = (lines: readonly string[]): Promise<(ReadLine | undefined)[]> =>
  Promise.all(lines.map(async (text) => (text.trim() ? readRecord(text) : undefined)));

function count(
  line: ReadLine | undefined,
  at: number,
  checked: Checked,
  fault: (line: number, problem: FileProblem) => void,
): void {
  if (line?.kind === 'event') checked.events += 1;
  if (line?.kind === 'other') checked.others += 1;
  if (line?.kind === 'wrong') fault(at, line.problem);
}

/** Has the records of a file taken in that was found good. Stopped or broken off, what was taken is taken back, and it throws. */
export async function takeRecords(text: RecordText, taker: Taker, signal: AbortSignal, told: Told): Promise<Imported> {
  const keys: string[] = [];
  const imported: Imported = { taken: 0, duplicates: 0, erased: 0 };
  const take = async (events: CountersignEvent[]) => {
    const found = await taker.take(events);
    keys.push(...found.keys);
    imported.taken += found.keys.length;
    imported.duplicates += found.duplicates;
    imported.erased += found.erased;
    told(imported.taken + imported.duplicates);
  };
  try {
    for await (const { at, lines } of partsOf(text, signal, () => undefined)) {
      const read = await readAll(at === 1 ? lines.slice(1) : lines);
      for (const events of messagesOf(read.flatMap((line) => (line?.kind === 'event' ? line.event : [])))) {
        signal.throwIfAborted();
        await take(events);
      }
    }
    return imported;
  } catch (error) {
    for (let at = 0; at < keys.length; at += LINES) await taker.takeBack(keys.slice(at, at + LINES));
    throw error;
  }
}

/** Events in messages that are not too long. */
function messagesOf(events: readonly CountersignEvent[]): CountersignEvent[][] {
  const messages: CountersignEvent[][] = [];
  let room = 0;
  for (const event of events) {
    const { length } = JSON.stringify(event);
    if (messages.length === 0 || length > room) {
      messages.push([]);
      room = CHARACTERS;
    }
    messages.at(-1)?.push(event);
    room -= length;
  }
  return messages;
}
