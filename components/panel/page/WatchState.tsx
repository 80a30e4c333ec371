import { Eye, EyeOff, type LucideIcon, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { PointAt } from '../../dossier/text/PointAt.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { displayLanguage } from '../../ui/locale.ts';
import type { PageOutputs } from './usePageOutputs.ts';
import type { WatchedTab } from './useWatchedTab.ts';
import { WatchSite } from './WatchSite.tsx';
import styles from './WatchState.module.css';

/** Whether this page is watched, by what, and what it means where it is not. */
export function WatchState({ page, tab: { tabId, url } }: { page: PageOutputs; tab: WatchedTab }) {
  const { watch, toolNames, learned, outputs } = page;
  if (watch === 'watching') {
    const tool = new Intl.ListFormat(displayLanguage()).format(toolNames);
    if (page.degraded) return <Degraded page={page} tool={tool} degraded={page.degraded} />;
    const found = outputs.length > 0 ? ` · ${i18n.t('panel.page.found', outputs.length)}` : '';
    return (
      <Words icon={Eye} look={styles.watching} title={i18n.t('panel.page.watching')}>
        {i18n.t(learned ? 'panel.page.watchingLearned' : 'panel.page.watchingBy', { tool })}
        {found} {learned ? <PointAt tabId={tabId} /> : null}
      </Words>
    );
  }
  if (watch === 'idle') {
    return (
      <Words icon={EyeOff} title={i18n.t('panel.page.idle')}>
        {i18n.t('panel.page.idleMeaning')} {page.known ? null : <WatchSite url={url} />}
      </Words>
    );
  }
  if (watch === 'learning') {
    return (
      <Words icon={Eye} look={styles.watching} title={i18n.t('panel.page.watching')}>
        {i18n.t('panel.page.learningMeaning')} <PointAt tabId={tabId} />
      </Words>
    );
  }
  if (watch === 'loading') return <Words icon={RefreshCw} title={i18n.t('panel.page.loading')} />;
  return (
    <Words icon={RefreshCw} look={styles.reload} title={i18n.t('panel.page.reload')}>
      {i18n.t('panel.page.reloadMeaning')}{' '}
      <Button size="small" onClick={() => void browser.tabs.reload(tabId)}>
        {i18n.t('panel.page.reloadButton')}
      </Button>
    </Words>
  );
}

interface DegradedProps {
  page: PageOutputs;
  tool: string;
  degraded: NonNullable<PageOutputs['degraded']>;
}

/** The tool's profile does not read this page as it should: why, what happens meanwhile, and what to do. */
const Degraded = ({ page: { outputs }, tool, degraded: { reason, meanwhile } }: DegradedProps) => (
  <Words icon={TriangleAlert} look={styles.reload} title={i18n.t('panel.page.degraded')}>
    {i18n.t(`panel.page.degradedBy.${reason}`, { tool })} {i18n.t(`panel.page.meanwhile.${meanwhile}`)}
    {outputs.length > 0 ? ` · ${i18n.t('panel.page.found', outputs.length)}` : ''}
    <span className={styles.advice}>{i18n.t('panel.page.mend')}</span>
  </Words>
);

interface WordsProps {
  icon: LucideIcon;
  look?: string | undefined;
  title: string;
  children?: ReactNode;
}

const Words = ({ icon: Icon, look, title, children }: WordsProps) => (
  <div className={styles.state} role="status">
    <span className={styles.title}>
      <Icon size={16} className={classes(look)} aria-hidden />
      {title}
    </span>
    {children ? <span className={styles.meaning}>{children}</span> : null}
  </div>
);
