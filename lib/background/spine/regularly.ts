/** Work that comes round by itself, by an alarm: it outlives the worker. */
import { browser } from 'wxt/browser';

interface Round {
  everyMinutes: number;
  /** Until the first time. */
  firstInMinutes?: number;
}

/** Does `work` again and again under a name of its own. To be called whenever the worker starts. */
export function regularly(name: string, round: Round, work: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) work();
  });
  void setAlarm(name, round);
}

/** Once: to set it again would put it off, or bring it on, each time that the worker wakes. */
async function setAlarm(name: string, { everyMinutes, firstInMinutes = everyMinutes }: Round): Promise<void> {
  const known = await browser.alarms.get(name);
  if (known?.periodInMinutes === everyMinutes) return;
  await browser.alarms.create(name, { delayInMinutes: firstInMinutes, periodInMinutes: everyMinutes });
}
