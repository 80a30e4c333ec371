/** Keeps the index by which texts are recognised in line with the policy: filled once, and dropped when its time is over. */
import { browser } from 'wxt/browser';
import { fingerprintsFilled } from '../../settings/items.ts';
import { reuseInForce } from '../../settings/reuse.ts';
import { dropFingerprintsBefore, emptyIndex, fillFingerprints, indexWaiting } from '../../store/index/fingerprints.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { regularly } from '../spine/regularly.ts';

const ALARM = 'fingerprints';
const SOON = 'fingerprints.soon';
/** As little as an alarm can be set to. */
const QUIET_MINUTES = 0.5;
const PERIOD_MINUTES = 6 * 60;
/** Which form of the index is filled: another way to make fingerprints is another form. */
const FORM = '4';

const inTurn = oneAtATime();

export function registerFingerprints(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === SOON) void tend();
  });
  regularly(ALARM, { everyMinutes: PERIOD_MINUTES }, () => void tend());
  browser.runtime.onInstalled.addListener(() => void tend());
}

/** Puts what was stored before into the index, and takes out what is too old. Goes on where a stopped worker left off. */
export const tend = (): Promise<void> =>
  inTurn(async () => {
    const { since } = await reuseInForce();
    const until = since ?? new Date().toISOString();
    while ((await dropFingerprintsBefore(until)) > 0);
    if (since !== undefined) await fill(since);
    await indexWaiting();
  });

/** The same, when it has been quiet for a while: each call puts it off. */
export const tendSoon = (): Promise<void> => browser.alarms.create(SOON, { delayInMinutes: QUIET_MINUTES });

async function fill(since: string): Promise<void> {
  const filled = await fingerprintsFilled.getValue();
  // What was made in another way would never be found, nor taken out.
  if (filled?.form !== FORM) await emptyIndex();
  let next = filled?.form === FORM ? filled.after : '';
  while (next !== undefined) {
    next = await fillFingerprints(next, since);
    await fingerprintsFilled.setValue({ form: FORM, ...(next === undefined ? {} : { after: next }) });
  }
}
