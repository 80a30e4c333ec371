/** How profiles read their sites, a row each. Kept in this browser; only a change for the worse becomes an event. */
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import type { SiteHealth } from '../domain/reading/health.ts';

/** More sites than anybody works with; beyond it those that changed longest ago go. */
const MOST = 300;
const PREFIX = 'health:';

const keyOf = (origin: string, tool: string) => `local:${PREFIX}${origin} ${tool}` as const;

/** The row of a site and a tool. */
export const healthRow = (origin: string, tool: string): Promise<SiteHealth | null> =>
  storage.getItem<SiteHealth>(keyOf(origin, tool));

/** All rows, by origin. */
export async function healthRows(): Promise<SiteHealth[]> {
  const all = await storage.snapshot('local');
  const rows = Object.entries(all).flatMap(([key, row]) => (key.startsWith(PREFIX) ? [row as SiteHealth] : []));
  return rows.sort((a, b) => (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0));
}

/** Stores a row; of too many, those that changed longest ago go. */
export async function putHealth(row: SiteHealth): Promise<void> {
  const isNew = (await healthRow(row.origin, row.tool)) === null;
  await storage.setItem(keyOf(row.origin, row.tool), row);
  if (!isNew) return;
  const rows = (await healthRows()).sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
  const over = rows.slice(0, Math.max(0, rows.length - MOST));
  await storage.removeItems(over.map(({ origin, tool }) => keyOf(origin, tool)));
}

/** Forgets what was counted of a site and a tool. */
export const removeHealth = (origin: string, tool: string): Promise<void> => storage.removeItem(keyOf(origin, tool));

/** Forgets all rows. */
export const clearHealth = async (): Promise<void> =>
  storage.removeItems((await healthRows()).map(({ origin, tool }) => keyOf(origin, tool)));

/** Calls back whenever a row changes. Gives the function that stops it. */
export function watchHealthRows(callback: () => void): () => void {
  const listener = (changes: object, area: string) => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
