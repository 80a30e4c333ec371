/** The figures of a team over a quarter, from made-up records: nobody waits three months for a demo. */
import type { Page } from 'playwright';
import { launchChromium } from '../../test/e2e/harness/chromium.ts';
import type { Collector } from '../../test/e2e/harness/collector.ts';
import { expect } from '../../test/e2e/harness/expect.ts';
import { connect } from '../../test/e2e/harness/flows.ts';
import { STEP_LIMIT_MS } from '../../test/e2e/harness/limits.ts';
import type { Stage } from '../demo.ts';

const TEAM = 'quarter';
/** Enough for figures that say something; a browser fetches them in a second. */
const OUTPUTS = 160;
const PAGE = { width: 1_180, height: 900 };

/** A team whose log has a quarter in it. */
export interface Quarter {
  /** Token of its lead. */
  token: string;
  events: number;
}

/** Writes the quarter, as admins do who want something to try things with. The collector is not running yet. */
export async function seedQuarter(collector: Collector): Promise<Quarter> {
  const token = await collector.createToken(TEAM, 'luca', 'reviewer', 'Luca');
  const said = await collector.command('seed', '--team', TEAM, '--outputs', String(OUTPUTS));
  const [, events] = /(\d+) made-up events/.exec(said) ?? [];
  if (!events) throw new Error(`nothing was made up: ${said}`);
  return { token, events: Number(events) };
}

/** Opens the figures in a browser of the team's lead, once all of the quarter is there. */
export async function playFigures(
  { collector, quarter }: Stage,
  say: (text: string) => void,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const desk = await launchChromium();
  try {
    await connect(desk, collector.url, quarter.token);
    const page = await desk.open('figures.html');
    await page.setViewportSize(PAGE);
    await expect
      .poll(() => page.evaluate(countEvents), { timeout: STEP_LIMIT_MS })
      .toBeGreaterThanOrEqual(quarter.events);
    await page.reload();
    const waits = page.locator('[data-metric="waiting"]');
    await waits.waitFor();
    say(
      `12 Figures ${quarter.events} events of a made-up quarter: ${(await waits.innerText()).replace(/\s+/g, ' ').slice(0, 120)}`,
    );
    await look(page);
  } finally {
    await desk.close();
  }
}

/** Runs in the page. */
async function countEvents(): Promise<number> {
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await done(indexedDB.open('countersign'));
  const count = await done(database.transaction('events').objectStore('events').count());
  database.close();
  return count;
}
