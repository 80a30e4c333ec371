/** The files of an empty database that come packed with the collector. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { initialFiles } from '../../../../collector/database/initial.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-initial-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = join(folder, 'initial.tar.br');
const whole = brotliCompressSync('the files of a database');

test('where there are none, nothing is given: they are made', () => {
  expect(initialFiles(join(folder, 'absent'))).toBeUndefined();
});

test('whole files are unpacked', async () => {
  writeFileSync(path, whole);
  expect(await initialFiles(path)?.text()).toBe('the files of a database');
});

test.each([
  ['cut short', whole.subarray(0, -4)],
  ['empty', Buffer.alloc(0)],
  ['something else', Buffer.from('<html>404</html>')],
])('damaged files are named, not the data directory: %s', (_, bytes) => {
  writeFileSync(path, bytes);
  expect(() => initialFiles(path)).toThrow(`The collector is not installed whole: ${path} is damaged`);
});
