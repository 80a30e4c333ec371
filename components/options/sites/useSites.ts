import { useLiveQuery } from 'dexie-react-hooks';
import { browser } from 'wxt/browser';
import { patternOf, siteOfPattern } from '../../../lib/domain/reading/site.ts';
import { siteAccess } from '../../../lib/settings/site-access.ts';
import { sites, watches } from '../../../lib/store/ask/queries.ts';
import type { SiteRow } from '../../../lib/store/db.ts';
import { useSetting } from '../../sending/useSetting.ts';

export interface WatchedSite {
  /** Scheme and host. */
  name: string;
  pattern: string;
  /**
   * `watched` now; `revoked`: the browser took its access back; `learned`: it is watched no more, and what was learned is
   * kept; `builtIn`: the extension may read it without a person's asking for it.
   */
  state: 'watched' | 'revoked' | 'learned' | 'builtIn';
  /** What is known of its origins: one for each port. */
  rows: SiteRow[];
}

const ACCESS = [siteAccess];
const grantedOrigins = async (): Promise<readonly string[]> => (await browser.permissions.getAll()).origins ?? [];

/** What the browser lets us read now, kept up to date. */
const useGranted = (): readonly string[] | undefined => useSetting(grantedOrigins, ACCESS)[0];

/** All sites that are watched or of which something is known, by name. */
export function useSites(): WatchedSite[] | undefined {
  const granted = useGranted();
  const watched = useLiveQuery(watches);
  const rows = useLiveQuery(sites);
  if (!granted || !watched || !rows) return undefined;
  const builtIn = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const listed = new Set(watched.map(({ pattern }) => pattern));
  const patterns = new Set([...listed, ...rows.flatMap(({ origin }) => patternOf(origin) ?? [])]);
  const stateOf = (pattern: string): WatchedSite['state'] => {
    if (builtIn.has(pattern)) return 'builtIn';
    if (!listed.has(pattern)) return 'learned';
    return granted.includes(pattern) || granted.includes('https://*/*') ? 'watched' : 'revoked';
  };
  return [...patterns].sort().map((pattern) => ({
    name: siteOfPattern(pattern),
    pattern,
    state: stateOf(pattern),
    rows: rows.filter(({ origin }) => patternOf(origin) === pattern),
  }));
}
