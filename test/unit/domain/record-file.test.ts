/** A file of records is checked whole before any of it is taken, and taken back where it breaks off. */
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { checkRecords, takeRecords } from '../../../lib/domain/export/record-file.ts';
import { RECORDS_FORMAT } from '../../../lib/domain/export/record-lines.ts';
import { ANNA, made, seen } from './making.ts';

const HEADER = JSON.stringify({
  format: RECORDS_FORMAT,
  exportedAt: '2026-11-22T10:00:00.000Z',
  source: ANNA,
  team: 'acme',
});
const lineOf = (event: CountersignEvent): string => JSON.stringify({ event });
const running = (): AbortSignal => new AbortController().signal;

/** A text that comes in parts of `size`, as a file's does. */
const textOf =
  (text: string, size = 1_000) =>
  () =>
    new ReadableStream<string>({
      start(controller) {
        for (let at = 0; at < text.length; at += size) controller.enqueue(text.slice(at, at + size));
        controller.close();
      },
    });

/** Takes everything, and fails at the call after `calls`. */
function takerOf(calls = Number.POSITIVE_INFINITY) {
  const held: string[] = [];
  return {
    held,
    take: async (events: CountersignEvent[]) => {
      if (held.length >= calls) throw new Error('the background is gone');
      const keys = events.map(({ id }) => id);
      held.push(...keys);
      return { keys, duplicates: 0, erased: 0 };
    },
    takeBack: async (keys: string[]) => {
      for (const key of keys) held.splice(held.indexOf(key), 1);
    },
  };
}

test('a good file is counted, and all of it is taken', async () => {
  const events = [await seen(), await made(1), await made(2)];
  const text = textOf([HEADER, ...events.map(lineOf), '{"site":{}}', ''].join('\n'), 37);
  expect(await checkRecords(text, running(), () => undefined)).toEqual({
    team: 'acme',
    events: 3,
    others: 1,
    faults: [],
    wrong: 0,
  });
  const taker = takerOf();
  expect(await takeRecords(text, taker, running(), () => undefined)).toEqual({ taken: 3, duplicates: 0, erased: 0 });
  expect(taker.held).toEqual(events.map(({ id }) => id));
});

test('each fault is told with its line, and of many the first ten', async () => {
  const wrong = Array.from({ length: 14 }, () => '{"event":{}}');
  const checked = await checkRecords(textOf([HEADER, '', 'no JSON', ...wrong].join('\n')), running(), () => undefined);
  expect(checked.wrong).toBe(15);
  expect(checked.faults).toHaveLength(10);
  expect(checked.faults.slice(0, 2)).toEqual([
    { line: 3, problem: 'not_json' },
    { line: 4, problem: 'not_a_record' },
  ]);
});

test.each([
  ['another file', textOf('{"format":"another"}\n'), 'not_ours'],
  ['no file', textOf(''), 'not_ours'],
  [
    'bytes that are no text',
    () =>
      new Blob([new Uint8Array([0xff, 0xfe])]).stream().pipeThrough(new TextDecoderStream('utf-8', { fatal: true })),
    'not_text',
  ],
])('%s is refused', async (_, text, problem) => {
  const checked = await checkRecords(text, running(), () => undefined);
  expect(checked).toMatchObject({ events: 0, wrong: 1, faults: [{ line: 1, problem }] });
});

test('a file whose taking breaks off leaves nothing behind', async () => {
  const events = await Promise.all(Array.from({ length: 450 }, (_, n) => made(n)));
  const text = textOf([HEADER, ...events.map(lineOf)].join('\n'), 100_000);
  const taker = takerOf(200);
  await expect(takeRecords(text, taker, running(), () => undefined)).rejects.toThrow('the background is gone');
  expect(taker.held).toEqual([]);
});

test('a file that a person stops leaves nothing behind', async () => {
  const events = await Promise.all(Array.from({ length: 450 }, (_, n) => made(n)));
  const text = textOf([HEADER, ...events.map(lineOf)].join('\n'), 100_000);
  const stop = new AbortController();
  const taker = takerOf();
  await expect(takeRecords(text, taker, stop.signal, () => stop.abort())).rejects.toThrow();
  expect(taker.held).toEqual([]);
});

/** A file's bytes, read as the panel reads them. */
const bytesOf = (bytes: Uint8Array<ArrayBuffer>) => () =>
  new Blob([bytes]).stream().pipeThrough(new TextDecoderStream('utf-8', { fatal: true }));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text));

test.each([
  ['as it is', (text: string) => utf8(text)],
  ['with a byte order mark', (text: string) => utf8(`\uFEFF${text}`)],
  ['with the line ends of Windows', (text: string) => utf8(text.replaceAll('\n', '\r\n'))],
  ['with both', (text: string) => utf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
  ['without its last line end', (text: string) => utf8(text.trimEnd())],
  ['with empty lines between', (text: string) => utf8(text.replaceAll('\n', '\n\n'))],
])('a file that an editor saved %s is taken', async (_, saved) => {
  const text = [HEADER, lineOf(await seen()), lineOf(await made(1)), ''].join('\n');
  const checked = await checkRecords(bytesOf(saved(text)), running(), () => undefined);
  expect(checked).toMatchObject({ team: 'acme', events: 2, wrong: 0 });
});

test.each([
  ['with an empty first line', (text: string) => utf8(`\n${text}`), 1],
  ['with the line ends of old computers', (text: string) => utf8(text.replaceAll('\n', '\r')), 1],
  ['in UTF-16', (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le')), 1],
  ['in an older code', (text: string) => Uint8Array.from(Buffer.from(text.replace('acme', 'Zürich'), 'latin1')), 1],
  ['packed', (text: string) => Uint8Array.from(gzipSync(text)), 1],
  [
    'with its first line spread out',
    (text: string) => utf8(text.replace(HEADER, JSON.stringify(JSON.parse(HEADER), null, 2))),
    1,
  ],
  [
    'as one list',
    (text: string) =>
      utf8(
        JSON.stringify(
          text
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line)),
        ),
      ),
    1,
  ],
  ['cut off', (text: string) => utf8(text.slice(0, -200)), 3],
])('a file that was saved %s is refused, with the line', async (_, saved, line) => {
  const text = [HEADER, lineOf(await seen()), lineOf(await made(1)), ''].join('\n');
  const checked = await checkRecords(bytesOf(saved(text)), running(), () => undefined);
  expect(checked.faults[0]).toMatchObject({ line });
});
