/** Work that comes round is neither put off nor brought on by a worker that wakes in between. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { regularly } from '../../../../lib/background/spine/regularly.ts';

beforeEach(() => fakeBrowser.reset());

const start = (everyMinutes: number) => regularly('round', { everyMinutes, firstInMinutes: 1 }, () => undefined);
const alarm = () => fakeBrowser.alarms.get('round');

test('a worker that starts again leaves its alarm as it stands', async () => {
  start(60);
  await expect.poll(alarm).toBeDefined();
  const create = vi.spyOn(fakeBrowser.alarms, 'create');
  for (let wakes = 0; wakes < 3; wakes += 1) start(60);
  await alarm();
  await Promise.resolve();
  expect(create).not.toHaveBeenCalled();
});

test('a version that comes round at other times sets it anew', async () => {
  start(60);
  await expect.poll(async () => (await alarm())?.periodInMinutes).toBe(60);
  start(30);
  await expect.poll(async () => (await alarm())?.periodInMinutes).toBe(30);
});

test('the work is done when its own alarm rings', async () => {
  const work = vi.fn();
  regularly('round', { everyMinutes: 60 }, work);
  const at = { scheduledTime: 0, periodInMinutes: 60, persistAcrossSessions: true };
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'another', ...at });
  expect(work).not.toHaveBeenCalled();
  await fakeBrowser.alarms.onAlarm.trigger({ name: 'round', ...at });
  expect(work).toHaveBeenCalledOnce();
});
