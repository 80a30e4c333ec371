import { useEffect, useState } from 'react';
import type { SiteHealth } from '../../../lib/domain/reading/health.ts';
import { healthRows, watchHealthRows } from '../../../lib/settings/health.ts';

/** How well profiles read their sites, as it changes. */
export function useHealth(): SiteHealth[] | undefined {
  const [rows, setRows] = useState<SiteHealth[]>();
  useEffect(() => {
    const look = () => void healthRows().then(setRows);
    look();
    return watchHealthRows(look);
  }, []);
  return rows;
}
