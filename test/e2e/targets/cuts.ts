/** Power cuts: who is killed, when, and how long they stay away, all from one seed. Time passes here because people work meanwhile. */
import { setTimeout } from 'node:timers/promises';
import type { WorkingBrowser } from './working-browser.ts';

/** Kills come so long after each other, at random, and what was killed stays away so long. */
const BETWEEN_MS = [300, 1_500] as const;
const AWAY_MS = [50, 700] as const;
/** How often two are hit at once. */
const TWO = 0.3;

export interface Victim {
  name: string;
  kill9(): Promise<void>;
  restart(): Promise<void>;
}

/** Kills one after the other, sometimes two at once, and starts them again, until the time is over. Gives how often each. */
export async function cutPower(
  victims: readonly Victim[],
  random: () => number,
  endsAt: number,
): Promise<Map<string, number>> {
  const within = ([least, most]: readonly [number, number]) => least + random() * (most - least);
  const kills = new Map<string, number>();
  while (Date.now() < endsAt) {
    await setTimeout(within(BETWEEN_MS));
    const first = Math.floor(random() * victims.length);
    const second = random() < TWO ? (first + 1) % victims.length : first;
    // Started again in their order: a collector that finds no database does not start.
    const chosen = victims.filter((_, at) => at === first || at === second);
    await Promise.all(chosen.map((victim) => victim.kill9()));
    await setTimeout(within(AWAY_MS));
    for (const victim of chosen) {
      await victim.restart();
      kills.set(victim.name, (kills.get(victim.name) ?? 0) + 1);
    }
  }
  return kills;
}

/** Decides as fast as it goes, until the time is over. */
export async function work(browser: WorkingBrowser, endsAt: number): Promise<void> {
  while (Date.now() < endsAt) if (!(await browser.decide())) await setTimeout(20);
}
