import { useState } from 'react';
import { i18n } from '#i18n';
import { nextToJudge } from '../../../lib/domain/decision/clock.ts';
import { awaitsDecision } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { useGate } from '../gate/useGate.ts';
import { WordsField } from '../gate/WordsForm.tsx';
import { partiesText } from '../gate/words.ts';
import styles from '../queue/Queue.module.css';
import handling from './handling.module.css';

interface PassOnProps {
  output: Output;
  onPassed?(): void;
  /** In a dialog of its own, which can be left without. */
  onCancel?(): void;
}

/** To whom an item goes that somebody cannot judge, and why if they say so. Nothing is attested or decided. */
export function PassOn({ output, onPassed, onCancel }: PassOnProps) {
  const gate = useGate(output);
  const [words, setWords] = useState('');
  const { carryOut, busy } = useSend();
  if (!gate || !awaitsDecision(output)) return null;
  const { process, policy, now } = gate;
  const next = nextToJudge(output, process, now, policy.calendar);
  if (!next) return <p>{i18n.t('panel.gate.cannotJudge.nobody')}</p>;
  const { hash } = output;
  const people = partiesText(next.to, policy);
  const pass = async () => {
    const note = words.trim() ? { note: words.trim() } : {};
    if (!(await carryOut('handoff.make', { hash, ...note }, i18n.t('panel.gate.cannotJudge.done', { people })))) return;
    setWords('');
    onPassed?.();
  };
  return (
    <div className={styles.stack} data-cannot-judge>
      <p>{i18n.t('panel.gate.cannotJudge.lead', { people })}</p>
      <WordsField label={i18n.t('panel.gate.cannotJudge.why')} optional words={words} onWords={setWords} />
      <div className={onCancel ? handling.buttons : undefined}>
        {onCancel ? <Button onClick={onCancel}>{i18n.t('common.cancel')}</Button> : null}
        <Button {...(onCancel ? { look: 'primary' } : { size: 'small' })} busy={busy} onClick={() => void pass()}>
          {i18n.t('panel.gate.cannotJudge.act')}
        </Button>
      </div>
    </div>
  );
}
