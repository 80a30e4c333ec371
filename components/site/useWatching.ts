import { useState } from 'react';
import { i18n } from '#i18n';
import { siteOfPattern } from '../../lib/domain/reading/site.ts';
import { send } from '../../lib/messages/send.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { refusalText } from '../words/refusal.ts';
import { askForSite } from './permission.ts';

/** Has a site watched, after the browser has asked, or watched no more. What came of it is said. */
export function useWatching() {
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<string>): Promise<void> => {
    setBusy(true);
    try {
      announce(await work());
    } catch (error) {
      announce(refusalText(error));
    } finally {
      setBusy(false);
    }
  };
  /** Call it in a click's handler, before any `await`. */
  const watch = (pattern: string) => {
    const asked = askForSite(pattern);
    const site = siteOfPattern(pattern);
    return run(async () => {
      if (!(await asked)) return i18n.t('sites.declined', { site });
      await send('site.watch', { pattern });
      return i18n.t('sites.watched', { site });
    });
  };
  const unwatch = (pattern: string) =>
    run(async () => {
      await send('site.unwatch', { pattern });
      return i18n.t('sites.unwatched', { site: siteOfPattern(pattern) });
    });
  return { watch, unwatch, busy };
}
