import { i18n } from '#i18n';
import { siteOfPattern } from '../../lib/domain/reading/site.ts';
import { send } from '../../lib/messages/send.ts';
import { askForSites } from '../../lib/settings/site-access.ts';
import { useSend } from './useSend.ts';

/** Has a site watched, after the browser has asked, or watched no more. What came of it is said. */
export function useWatching() {
  const { act, carryOut, busy } = useSend();
  /** Call it in a click's handler, before any `await`. */
  const watch = (pattern: string) => {
    const asked = askForSites([pattern]);
    const site = siteOfPattern(pattern);
    return act(async () => {
      if (!(await asked)) return i18n.t('sites.declined', { site });
      await send('site.watch', { pattern });
      return i18n.t('sites.watched', { site });
    });
  };
  const unwatch = (pattern: string) =>
    carryOut('site.unwatch', { pattern }, i18n.t('sites.unwatched', { site: siteOfPattern(pattern) }));
  return { watch, unwatch, busy };
}
