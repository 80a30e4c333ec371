import type { SiteHealth } from '../../../lib/domain/reading/health.ts';
import { healthRows, watchHealthRows } from '../../../lib/settings/health.ts';
import { useSetting } from '../../sending/useSetting.ts';

const ROWS = [{ watch: watchHealthRows }];

/** How well profiles read their sites, as it changes. */
export const useHealth = (): SiteHealth[] | undefined => useSetting(healthRows, ROWS)[0];
