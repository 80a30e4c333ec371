import { useLiveQuery } from 'dexie-react-hooks';
import { ChartNoAxesColumn, Settings } from 'lucide-react';
import { type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { mayDecide } from '../../lib/domain/people/role.ts';
import { panelTab } from '../../lib/settings/items.ts';
import { waitingUpTo } from '../../lib/store/ask/line.ts';
import { ownReports, target } from '../../lib/store/ask/queries.ts';
import { unheard } from '../../lib/store/desk.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { MOST_COUNTED, TabContent, Tabs } from '../ui/Tabs.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { LogTab } from './log/LogTab.tsx';
import { MeasuresLine } from './MeasuresLine.tsx';
import { MyReports } from './mine/MyReports.tsx';
import styles from './Panel.module.css';
import { ThisPage } from './page/ThisPage.tsx';
import { Queue } from './queue/Queue.tsx';
import { SyncLine } from './SyncLine.tsx';
import { useOwnSource } from './useOwnSource.ts';

/** What only those see who decide on texts. */
const FOR_DECIDERS: readonly string[] = ['queue', 'log'];

type PanelTab = Awaited<ReturnType<typeof panelTab.getValue>>;

/** The tab that was open last; undefined until it is known. */
function usePanelTab() {
  const [tab, setTab] = useState<PanelTab>();
  useEffect(() => {
    void panelTab.getValue().then((stored) => setTab((chosen) => chosen ?? stored));
  }, []);
  const choose = (chosen: PanelTab) => {
    setTab(chosen);
    void panelTab.setValue(chosen);
  };
  return { tab, choose };
}

/** The side panel: this page, my reports, the queue, and how it goes with the endpoint. */
export function Panel() {
  const { tab, choose } = usePanelTab();
  const waiting = useLiveQuery(() => waitingUpTo(MOST_COUNTED + 1));
  const source = useOwnSource();
  const news = useLiveQuery(async () => (source ? (await unheard(await ownReports(source))).length : 0), [source]);
  const decides = useLiveQuery(async () => mayDecide((await target())?.role));
  if (!tab || decides === undefined) return null;
  const tabs = [
    { value: 'page', label: i18n.t('panel.page.tab') },
    { value: 'mine', label: i18n.t('panel.mine.tab'), count: news },
    ...(decides
      ? ([
          { value: 'queue', label: i18n.t('panel.queue.tab'), count: waiting },
          { value: 'log', label: i18n.t('panel.log.tab') },
        ] as const)
      : []),
  ] as const;
  return (
    <Announcer scrollsInside>
      <main className={styles.panel}>
        <VisuallyHidden>
          <h1>{i18n.t('panel.title')}</h1>
        </VisuallyHidden>
        <Tabs
          label={i18n.t('panel.tabs')}
          tabs={tabs}
          value={FOR_DECIDERS.includes(tab) && !decides ? 'page' : tab}
          onChange={choose}
          className={styles.tabs}
          frame={(list) => (
            <div className={styles.head}>
              {list}
              <div className={styles.ways}>
                {decides ? (
                  <IconButton
                    label={i18n.t('figures.open')}
                    icon={<ChartNoAxesColumn size={18} aria-hidden />}
                    onClick={() => void browser.tabs.create({ url: browser.runtime.getURL('/figures.html') })}
                  />
                ) : null}
                <IconButton
                  label={i18n.t('panel.options')}
                  icon={<Settings size={18} aria-hidden />}
                  onClick={() => void browser.runtime.openOptionsPage()}
                />
              </div>
            </div>
          )}
        >
          <Part of="page">
            <ThisPage />
          </Part>
          <Part of="mine">
            <MyReports />
          </Part>
          {decides ? (
            <>
              <Part of="queue">
                <Queue />
              </Part>
              <Part of="log">
                <LogTab />
              </Part>
            </>
          ) : null}
        </Tabs>
        <div className={styles.foot}>
          <MeasuresLine />
          <SyncLine />
        </div>
      </main>
    </Announcer>
  );
}

const Part = ({ of, children }: { of: PanelTab; children: ReactNode }) => (
  <TabContent value={of} className={styles.content}>
    <ErrorBoundary>
      <Sliced>{children}</Sliced>
    </ErrorBoundary>
  </TabContent>
);

/** The tab shows at once that it is open; what is in it is drawn in slices behind that. */
const Sliced = ({ children }: { children: ReactNode }) => (useDeferredValue(true, false) ? children : null);
