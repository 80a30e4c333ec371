import { useEffect, useState } from 'react';
import { send } from '../../../lib/messages/send.ts';
import { unheard } from '../../../lib/store/desk.ts';
import type { ReportRow } from '../../../lib/store/rows/output.ts';

/** Reports with an answer that was not seen before this list was opened. Being shown here, they are news no longer. */
export function useNews(reports: readonly ReportRow[] | undefined): ReadonlySet<string> {
  const [news, setNews] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    if (!reports || document.visibilityState !== 'visible') return;
    void unheard(reports).then((reportIds) => {
      if (reportIds.length === 0) return;
      setNews((before) => new Set([...before, ...reportIds]));
      void send('news.heard', { reportIds }).catch((error: unknown) => console.warn('Countersign:', error));
    });
  }, [reports]);
  return news;
}
