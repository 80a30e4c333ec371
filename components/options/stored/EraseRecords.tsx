import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { AT_ONCE } from '../../../lib/messages/to-background/records.ts';
import { type Kept, outputsBefore, saidOf, writtenBy } from '../../../lib/store/ask/kept.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import styles from '../Options.module.css';
import { EraseWhich } from './EraseWhich.tsx';
import { ERASE_KINDS, type EraseKind } from './erase-kinds.ts';
import { type LongWork, useLongWork } from './useLongWork.ts';

/** What became of it. */
interface Outcome {
  kind: EraseKind;
  erased: number;
  left: number;
  stopped: boolean;
}

/** Erases in this browser: by age, of one person, of one output, or everything. */
export function EraseRecords({ counts }: { counts: Kept }) {
  const [kind, setKind] = useState<EraseKind>('older');
  const [which, setWhich] = useState('');
  const [outcome, setOutcome] = useState<Outcome>();
  const { reached, run, stop } = useLongWork();
  const erase: LongWork = async (signal, told) => {
    setOutcome(undefined);
    const label = i18n.t('stored.erasing');
    let [erased, left] = [0, 0];
    const all = await listOf(kind, which);
    for (let at = 0; at < all.length && !signal.aborted; at += AT_ONCE) {
      told({ label, done: at, total: all.length });
      const part = all.slice(at, at + AT_ONCE);
      const found =
        kind === 'older'
          ? await send('records.drop', { hashes: part })
          : await send('records.eraseContents', { keys: part });
      erased += found.erased;
      left += found.left;
    }
    if (kind === 'all') await send('records.eraseAll', {});
    setOutcome({ kind, erased, left, stopped: signal.aborted });
    setWhich('');
  };
  return (
    <div className={styles.form}>
      <h3 className={styles.title}>{i18n.t('stored.eraseTitle')}</h3>
      <p className={styles.intro}>{i18n.t('stored.eraseIntro')}</p>
      <ChoiceGroup
        legend={i18n.t('stored.eraseWhat')}
        choices={ERASE_KINDS.map((value) => ({ value, label: i18n.t(`stored.erase.${value}`) }))}
        chosen={[kind]}
        onChange={([chosen]) => {
          if (chosen) setKind(chosen);
          setWhich('');
        }}
      />
      <EraseWhich kind={kind} which={which} onChange={setWhich} />
      {reached ? (
        <Progress {...reached} onStop={stop} />
      ) : (
        <div>
          <ConfirmDialog
            trigger={
              <Button look="danger" disabled={kind !== 'all' && which === ''}>
                {i18n.t('stored.eraseNow')}
              </Button>
            }
            title={i18n.t(`stored.eraseAsk.${kind}`)}
            text={askText(kind, counts.waiting + counts.refused)}
            confirm={i18n.t('stored.eraseNow')}
            onConfirm={() => void run(erase)}
          />
        </div>
      )}
      {outcome ? <Said {...outcome} /> : null}
    </div>
  );
}

const askText = (kind: EraseKind, unsent: number): string =>
  [
    i18n.t(`stored.eraseText.${kind}`),
    ...(kind === 'all' && unsent > 0 ? [i18n.t('stored.eraseUnsent', unsent)] : []),
    i18n.t('stored.eraseForGood'),
  ].join(' ');

/** The hashes of outputs, or the keys of events, that are to be erased. */
function listOf(kind: EraseKind, which: string): Promise<string[]> {
  if (kind === 'older') return outputsBefore(new Date(`${which}T00:00`).toISOString());
  if (kind === 'person') return writtenBy(which);
  return kind === 'output' ? saidOf(which) : Promise.resolve([]);
}

const Said = ({ kind, erased, left, stopped }: Outcome) => (
  <Notice tone={stopped ? 'warning' : 'good'} live>
    {stopped ? <p>{i18n.t('stored.eraseStopped')}</p> : null}
    {kind === 'all' ? <p>{i18n.t('stored.erasedAll')}</p> : null}
    {kind === 'older' ? <p>{i18n.t('stored.dropped', erased)}</p> : null}
    {kind === 'person' || kind === 'output' ? <p>{i18n.t('stored.erased', erased)}</p> : null}
    {left > 0 ? <p>{i18n.t('stored.left', left)}</p> : null}
    <p>{i18n.t('stored.stays')}</p>
  </Notice>
);
