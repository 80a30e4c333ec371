import { useLiveQuery } from 'dexie-react-hooks';
import { ArrowUp, ListFilter, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { type LogAsked, type LogLine, logSize } from '../../../lib/store/ask/log.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { PanelWhatIf } from '../replay/PanelWhatIf.tsx';
import { ChainCheck } from './ChainCheck.tsx';
import { LogFields } from './LogFields.tsx';
import { LogItem } from './LogItem.tsx';
import { LogWays } from './LogWays.tsx';
import styles from './log.module.css';
import { useLog } from './useLog.ts';
import { useWho } from './useWho.ts';

/** How far from the end of what is read more of it is fetched. */
const AHEAD = 30;

const keyOf = ({ key }: LogLine): string => key;

/** Every event that this browser knows, in plain words, the newest first. */
export function LogTab() {
  const [asked, setAsked] = useState<LogAsked>({});
  const log = useLog(asked);
  const all = useLiveQuery(() => logSize());
  const whoOf = useWho();
  const { lines, newer, at } = log;
  const isAsking = at !== undefined || Object.values(asked).some((part) => part !== undefined);
  const clear = () => {
    setAsked({});
    log.setAt(undefined);
  };
  return (
    <div className={styles.log}>
      <div className={styles.head}>
        <p className={styles.count} role="status">
          {all === undefined ? '' : i18n.t('panel.log.count', all, [numberText(all)])}
        </p>
        <span className={styles.ways}>
          <PanelWhatIf />
          <ChainCheck />
          <LogWays asked={asked} at={at} />
        </span>
      </div>
      <LogFields asked={asked} setAsked={setAsked} setAt={log.setAt} clear={isAsking ? clear : undefined} />
      {newer > 0 ? (
        <Button size="small" look="quiet" onClick={() => void log.up()}>
          <ArrowUp size={14} aria-hidden /> {i18n.t('panel.log.newer', newer, [numberText(newer)])}
        </Button>
      ) : null}
      {lines ? null : (
        <p className={styles.loading}>
          <Spinner /> {i18n.t('common.loading')}
        </p>
      )}
      {lines?.length === 0 ? <NoneThere isAsking={isAsking} isEnd={log.isEnd} clear={clear} /> : null}
      {lines && lines.length > 0 ? (
        <VirtualList
          key={JSON.stringify([asked, at])}
          label={i18n.t('panel.log.list')}
          items={lines}
          keyOf={keyOf}
          attributesOf={({ key }) => ({ 'data-event-key': key })}
          estimate={78}
          part={{ before: 0, all: log.isEnd ? lines.length : -1 }}
          onSeen={(_, last) => {
            if (last > lines.length - AHEAD) log.more();
          }}
        >
          {(line) => <LogItem line={line} who={whoOf(line)} onAbout={(subject) => setAsked({ ...asked, subject })} />}
        </VirtualList>
      ) : null}
      {log.further ? (
        <Button size="small" onClick={log.further}>
          {i18n.t('panel.log.further')}
        </Button>
      ) : null}
    </div>
  );
}

interface NoneThereProps {
  isAsking: boolean;
  isEnd: boolean;
  clear(): void;
}

const NoneThere = ({ isAsking, isEnd, clear }: NoneThereProps) =>
  isAsking ? (
    <EmptyState
      icon={<ListFilter size={24} />}
      title={i18n.t('panel.sieve.noneTitle')}
      text={i18n.t(isEnd ? 'panel.log.noneFits' : 'panel.log.noneYet')}
    >
      <Button onClick={clear}>{i18n.t('panel.sieve.clear')}</Button>
    </EmptyState>
  ) : (
    <EmptyState
      icon={<ScrollText size={24} />}
      title={i18n.t('panel.log.noneTitle')}
      text={i18n.t('panel.log.noneText')}
    />
  );
