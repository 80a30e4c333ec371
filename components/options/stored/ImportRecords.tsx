import { useState } from 'react';
import { i18n } from '#i18n';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import {
  type Checked,
  checkRecords,
  type Imported,
  type RecordText,
  takeRecords,
} from '../../../lib/domain/export/record-file.ts';
import { send } from '../../../lib/messages/send.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from '../Options.module.css';
import { useLongWork } from './useLongWork.ts';

interface Outcome {
  checked: Checked;
  /** Undefined where nothing was taken. */
  imported?: Imported;
  stopped?: true;
}

/** Takes in a file that was exported, here or elsewhere. */
export function ImportRecords() {
  const [outcome, setOutcome] = useState<Outcome>();
  const { reached, run, stop } = useLongWork();
  const take = (file: File) =>
    run(async (signal, told) => {
      setOutcome(undefined);
      const text = textOf(file);
      let checked: Checked | undefined;
      try {
        const checking = i18n.t('stored.checking');
        checked = await checkRecords(text, signal, (done) => told({ label: checking, done, total: file.size }));
        if (checked.wrong > 0) return setOutcome({ checked });
        const [label, total] = [i18n.t('stored.importing'), checked.events];
        const imported = await takeRecords(text, takerOf(checked), signal, (done) => told({ label, done, total }));
        setOutcome({ checked, imported });
      } finally {
        if (signal.aborted) setOutcome({ checked: checked ?? NOTHING, stopped: true });
      }
    });
  return (
    <div className={styles.form}>
      <h3 className={styles.title}>{i18n.t('stored.importTitle')}</h3>
      <p className={styles.intro}>{i18n.t('stored.importIntro')}</p>
      {reached ? (
        <Progress {...reached} onStop={stop} />
      ) : (
        <div>
          <FileButton
            label={i18n.t('stored.import')}
            accept=".jsonl,application/jsonl"
            size="normal"
            onPick={(file) => void take(file)}
          />
        </div>
      )}
      {outcome ? <Said {...outcome} /> : null}
    </div>
  );
}

const textOf =
  (file: File): RecordText =>
  () =>
    file.stream().pipeThrough(new TextDecoderStream('utf-8', { fatal: true }));

/** The background takes events in, and back. */
const takerOf = ({ team }: Checked) => ({
  take: (events: CountersignEvent[]) => send('records.takeIn', { events, ...(team ? { team } : {}) }),
  takeBack: (keys: string[]) => send('records.takeBack', { keys }),
});

const NOTHING: Checked = { team: undefined, events: 0, others: 0, faults: [], wrong: 0 };

function Said({ checked, imported, stopped }: Outcome) {
  if (stopped) return <Notice live>{i18n.t('stored.importStopped')}</Notice>;
  if (!imported)
    return (
      <Notice tone="danger" live>
        <p>{i18n.t('stored.importRefused', checked.wrong)}</p>
        <ul>
          {checked.faults.map(({ line, problem }) => (
            <li key={`${line} ${problem}`}>
              {i18n.t('stored.line', [line])}: {i18n.t(`stored.fault.${problem}`)}
            </li>
          ))}
        </ul>
      </Notice>
    );
  return (
    <Notice tone="good" live>
      <p>{i18n.t('stored.taken', imported.taken)}</p>
      {imported.duplicates > 0 ? <p>{i18n.t('stored.duplicates', imported.duplicates)}</p> : null}
      {imported.erased > 0 ? <p>{i18n.t('stored.erasedSince', imported.erased)}</p> : null}
      {checked.others > 0 ? <p>{i18n.t('stored.others', checked.others)}</p> : null}
    </Notice>
  );
}
