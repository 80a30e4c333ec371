import { useState } from 'react';
import { i18n } from '#i18n';
import { missingFor } from '../../../lib/domain/decision/decision.ts';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Progress } from '../../ui/Progress.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { useGovernance } from '../gate/useGate.ts';
import { BulkResult } from './BulkResult.tsx';
import styles from './bulk.module.css';
import { BULK_VERDICTS, type BulkVerdict, type LeftOut, leftOutOf } from './inBulk.ts';
import { useBulk } from './useBulk.ts';

interface BulkDialogProps {
  /** What was in the list when it was opened: what comes since is not decided on unseen. */
  outputs: readonly Output[];
  onClose(): void;
}

/** One decision on all that is in the list: what it is on, how far it is, what became of each, and the way back. */
export function BulkDialog({ outputs, onClose }: BulkDialogProps) {
  const bulk = useBulk();
  const { running, outcomes } = bulk;
  const close = () => {
    bulk.stop();
    onClose();
  };
  return (
    <Dialog open onClose={close} title={i18n.t('panel.bulk.title', outputs.length, [numberText(outputs.length)])}>
      {running ? (
        <Progress
          label={i18n.t(`panel.bulk.${running.kind}`)}
          done={running.done}
          total={running.total}
          onStop={bulk.stop}
        />
      ) : null}
      {!running && !outcomes ? <BulkForm outputs={outputs} onDecide={bulk.decide} onClose={close} /> : null}
      {!running && outcomes ? (
        <BulkResult outcomes={outcomes} onTakeBack={() => void bulk.takeBack()} onClose={close} />
      ) : null}
    </Dialog>
  );
}

interface BulkFormProps extends BulkDialogProps {
  onDecide(outputs: readonly Output[], verdict: BulkVerdict, note: string): Promise<void>;
}

function BulkForm({ outputs, onDecide, onClose }: BulkFormProps) {
  const policy = useGovernance();
  const [verdict, setVerdict] = useState<BulkVerdict>();
  const [note, setNote] = useState('');
  const [pressed, setPressed] = useState(false);
  const whys = Map.groupBy(outputs, (output) => verdict && leftOutOf(output, verdict, policy));
  const taken = whys.get(undefined) ?? [];
  const lacksNote = verdict !== undefined && missingFor(verdict, { note }) === 'note';
  const submit = () => {
    setPressed(true);
    if (verdict && !lacksNote && taken.length > 0) void onDecide(taken, verdict, note);
  };
  return (
    <>
      <ChoiceGroup
        legend={i18n.t('panel.queue.decide')}
        choices={BULK_VERDICTS.map((value) => ({ value, label: i18n.t(`verdict.${value}`) }))}
        chosen={verdict ? [verdict] : []}
        onChange={([chosen]) => setVerdict(chosen)}
      />
      {pressed && !verdict ? <p role="alert">{i18n.t('panel.queue.choose')}</p> : null}
      {verdict ? (
        <>
          <Field
            label={i18n.t('panel.queue.note')}
            hint={i18n.t('panel.bulk.noteHint')}
            optional={verdict === 'approve'}
            error={pressed && lacksNote ? i18n.t('panel.queue.noteMissing') : undefined}
          >
            {(wiring) => (
              <TextArea
                {...wiring}
                maxLength={LONGEST_COMMENT}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          <Preview taken={taken} whys={whys} />
        </>
      ) : null}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
        <Button look="primary" disabled={verdict !== undefined && taken.length === 0} onClick={submit}>
          {i18n.t('panel.bulk.decide', taken.length, [numberText(taken.length)])}
        </Button>
      </div>
    </>
  );
}

/** As many as one reads before one presses. */
const SHOWN = 5;
const FIRST_WORDS = 90;

interface PreviewProps {
  taken: readonly Output[];
  whys: ReadonlyMap<LeftOut | undefined, readonly Output[]>;
}

/** On which it is, and which are left out, and why. */
const Preview = ({ taken, whys }: PreviewProps) => (
  <div className={styles.preview}>
    <p>{i18n.t('panel.bulk.taken', taken.length, [numberText(taken.length)])}</p>
    <ul className={styles.list}>
      {taken.slice(0, SHOWN).map((output) => (
        <li key={output.hash} dir="auto">
          {shorten(output.content?.text.trim() ?? i18n.t('panel.queue.erased'), FIRST_WORDS)}
        </li>
      ))}
    </ul>
    {taken.length > SHOWN ? (
      <p>{i18n.t('panel.bulk.more', taken.length - SHOWN, [numberText(taken.length - SHOWN)])}</p>
    ) : null}
    {[...whys].map(([why, left]) =>
      why ? <p key={why}>{i18n.t(`panel.bulk.left.${why}`, { count: left.length })}</p> : null,
    )}
  </div>
);
