/** How profiles read their sites, a row each. Kept in this browser; only a change for the worse becomes an event. */
import { browser } from 'wxt/browser';
import type { SiteHealth } from '../domain/reading/health.ts';
import { familyOf } from './family.ts';
import { FAMILIES } from './items.ts';

/** More sites than anybody works with; beyond it those that changed longest ago go. */
const MOST = 300;

const bySite = familyOf<SiteHealth>('health');
const keyOf = (origin: string, tool: string) => `${origin} ${tool}`;

/** The row of a site and a tool. */
export const healthRow = (origin: string, tool: string): Promise<SiteHealth | null> => bySite.get(keyOf(origin, tool));

/** All rows, by origin. */
export async function healthRows(): Promise<SiteHealth[]> {
  const rows = (await bySite.all()).map(([, row]) => row);
  return rows.sort((a, b) => (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0));
}

/** Stores a row; of too many, those that changed longest ago go. */
export async function putHealth(row: SiteHealth): Promise<void> {
  const isNew = (await healthRow(row.origin, row.tool)) === null;
  await bySite.put(keyOf(row.origin, row.tool), row);
  if (!isNew) return;
  const rows = (await healthRows()).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  const over = rows.slice(0, Math.max(0, rows.length - MOST));
  await bySite.forget(...over.map(({ origin, tool }) => keyOf(origin, tool)));
}

/** Forgets what was counted of a site and a tool. */
export const removeHealth = (origin: string, tool: string): Promise<void> => bySite.forget(keyOf(origin, tool));

/** Forgets all rows. */
export const clearHealth = async (): Promise<void> =>
  bySite.forget(...(await healthRows()).map(({ origin, tool }) => keyOf(origin, tool)));

/** Calls back whenever a row changes. Gives the function that stops it. */
export function watchHealthRows(callback: () => void): () => void {
  const listener = (changes: object, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(FAMILIES.health.prefix))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
