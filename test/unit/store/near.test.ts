/** Rows of events by their keys, in as few requests as can be: none is missed, wherever they stand. */
import 'fake-indexeddb/auto';

import { afterAll, expect, test } from 'vitest';
import { Database } from '../../../lib/store/db.ts';
import { rowsNear } from '../../../lib/store/write/near.ts';
import { fc } from '../property.ts';

const db = new Database('near');
afterAll(() => db.delete());

const keyOf = (at: number): string => `source-${at % 3}|${String(at).padStart(4, '0')}`;

test('whatever is asked for is found where it is there, close together or far apart, and only rows by their own key', async () => {
  const there = Array.from({ length: 300 }, (_, at) => keyOf(2 * at));
  await db.contents.bulkPut(there.map((key) => ({ key, subject: 'a', salt: key, content: {} })));
  const asked = fc.uniqueArray(fc.nat(650), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(asked, fc.nat(600), async (scattered, from) => {
      const together = Array.from({ length: 20 }, (_, at) => keyOf(from + at));
      for (const keys of [scattered.map(keyOf), together]) {
        const rows = await rowsNear(db.contents, keys);
        const found = keys.flatMap((key) => rows.get(key)?.salt ?? []);
        expect(found).toEqual(keys.filter((key) => there.includes(key)));
      }
    }),
    { numRuns: 40 },
  );
});
