/** What tests copy instead of making it: threads of one process look for it at the same time. */
import { open, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { wholeAt } from './empty.ts';
import { freshDirectory } from './processes.ts';

test('two that make the same at the same time do not write into each other’s file', async () => {
  const { place, drop } = await freshDirectory();
  onTestFinished(drop);
  const path = join(dirname(place.path), 'made');
  const [begun, otherDone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const slow = wholeAt(path, async (unfinished) => {
    const file = await open(unfinished, 'w');
    await file.write('made ');
    begun.resolve();
    await otherDone.promise;
    await file.write('slowly');
    await file.close();
  });
  await begun.promise;
  await wholeAt(path, (unfinished) => writeFile(unfinished, 'made at once'));
  expect(await readFile(path, 'utf8')).toBe('made at once');
  otherDone.resolve();
  await slow;
  expect(['made slowly', 'made at once']).toContain(await readFile(path, 'utf8'));
});
