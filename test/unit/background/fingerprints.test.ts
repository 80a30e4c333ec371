/** The alarm's work on the index by which texts are recognised: what waits gets in, what an earlier version had is made anew. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tend, tendSoon } from '../../../lib/background/reuse/fingerprints.ts';
import { makeEvent } from '../../../lib/domain/events/event.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';
import { fingerprintsFilled } from '../../../lib/settings/items.ts';
import { db } from '../../../lib/store/db.ts';
import { findReuse } from '../../../lib/store/index/reuse.ts';
import { takeIn } from '../../../lib/store/write/taking-in.ts';
import { ANNA, TRACE } from '../domain/making.ts';

const MANY = 130;
const OFFER =
  'Customers who pay for a whole year get two months free, and may cancel within fourteen days after the purchase. Invoices are sent by e-mail on the first working day of each month.';
const textOf = (at: number): string =>
  at === 0 ? OFFER : `Order number ${at} of the week is ready to leave the house`;

beforeEach(async () => {
  fakeBrowser.reset();
  await db.delete({ disableAutoOpen: false });
});

/** As a file with many records is taken in. */
async function takeInMany(): Promise<void> {
  const events = Array.from({ length: MANY }, async (_, at) => {
    const text = textOf(at);
    const facts = { outputId: `chatgpt:1:${at}`, trace: TRACE };
    return makeEvent('countersign.output.seen.v1', ANNA, await hashText(text), facts, { text });
  });
  await takeIn(await Promise.all(events), undefined);
}

const isFound = async (): Promise<boolean> => {
  const [match] = await findReuse(`${OFFER.slice(0, 100)} and so on`);
  return match?.output.content?.text === OFFER;
};

test('texts of a file are recognised once the alarm that was set for them goes off', async () => {
  await fingerprintsFilled.setValue({ form: '4' });
  await takeInMany();
  await tendSoon();
  expect((await fakeBrowser.alarms.getAll()).map(({ name }) => name)).toEqual(['fingerprints.soon']);
  expect(await isFound()).toBe(false);
  await tend();
  expect(await isFound()).toBe(true);
  expect(await db.waiting.count()).toBe(0);
});

test('the index of an earlier version is made anew of the outputs that are kept', async () => {
  await takeInMany();
  await tend();
  // Fingerprints of another way of making them: none that is made today.
  await db.postings.clear();
  await fingerprintsFilled.setValue({ form: '3' });
  await tend();
  expect(await isFound()).toBe(true);
  expect(await db.fingerprints.count()).toBe(MANY);
  expect(await fingerprintsFilled.getValue()).toEqual({ form: '4' });
});
