/** The reporter hears back: how many own reports were answered since they were last looked at, on the toolbar button. */
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { handle } from '../../messages/receive.ts';
import { ownSource } from '../../settings/installation.ts';
import { ownReports } from '../../store/ask/queries.ts';
import { hear, watchNews } from '../../store/desk.ts';

const COLOUR = '#1d5b87';

export function registerNews(): void {
  handle('news.heard', async ({ reportIds }) => {
    const wanted = new Set(reportIds);
    await hear((await ownReports(await ownSource())).filter(({ reportId }) => wanted.has(reportId)));
    return null;
  });
  void browser.action.setBadgeBackgroundColor({ color: COLOUR });
  void ownSource().then((source) => watchNews(source, (reportIds) => void show(reportIds.length)));
}

async function show(count: number): Promise<void> {
  await browser.action.setBadgeText({ text: count === 0 ? '' : count > 99 ? '99+' : String(count) });
  const news = count === 0 ? '' : `: ${i18n.t('common.news', count)}`;
  await browser.action.setTitle({ title: i18n.t('extensionName') + news });
}
