/** The data directory's lock: one holder, and no dead one. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../../../collector/database/lock.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'countersign-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (text: string) => writeFileSync(join(directory, 'lock'), text);

test('a held lock is refused with its holder; a returned one is free and leaves nothing', async () => {
  const release = takeLock(directory);
  expect(() => takeLock(directory)).toThrow(`in use by a running collector (process ${process.pid})`);
  release();
  release();
  expect(await readdir(directory)).toEqual([]);
  takeLock(directory)();
});

test.each([
  ['of a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, startedAt: '1' })],
  ['of our own number from before a restart', JSON.stringify({ pid: process.pid, startedAt: '1' })],
  ['of a number that another process has by now', JSON.stringify({ pid: process.ppid, startedAt: 'long ago' })],
  ['that a loss of power left empty', ''],
  ['that holds something else', '{"pid":"x"}'],
])('a lock %s is taken over', (_name, text) => {
  write(text);
  const release = takeLock(directory);
  expect(JSON.parse(readFileSync(join(directory, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid });
  release();
});

test('a lock of a running process holds', () => {
  const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  write(JSON.stringify({ pid: process.ppid, startedAt }));
  expect(() => takeLock(directory)).toThrow(`process ${process.ppid}`);
});
