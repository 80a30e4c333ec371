/** What came to the gates of this browser, by process, whatever a process is called. */
import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { countAtGate, countOfGate } from '../../../lib/settings/gate-counts.ts';

beforeEach(() => fakeBrowser.reset());

test.each(['faq', 'constructor'])('a process called %s is counted from nothing on', async (processId) => {
  expect(await countOfGate(processId)).toBeUndefined();
  await countAtGate(processId, true, 'sha256:a');
  await countAtGate(processId, false, undefined);
  expect(await countOfGate(processId)).toMatchObject({ came: 2, held: 1, hashes: ['sha256:a'] });
});
