import { useState } from 'react';
import { i18n } from '#i18n';
import { nextToJudge } from '../../../lib/domain/decision/clock.ts';
import { awaitsDecision } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import styles from '../queue/Queue.module.css';
import { useGate } from './useGate.ts';
import { WordsField } from './WordsForm.tsx';
import { partiesText } from './words.ts';

/** For whoever cannot judge a text: they say so, and it goes on. A record that nobody can vouch for is worse than none. */
export function CannotJudge({ output }: { output: Output }) {
  const gate = useGate(output);
  const [words, setWords] = useState('');
  const { carryOut, busy } = useSend();
  if (!gate || !awaitsDecision(output) || !gate.may('escalate').may) return null;
  const { process, policy, now } = gate;
  const next = nextToJudge(output, process, now, policy.calendar);
  const { hash } = output;
  const people = next && partiesText(next.to, policy);
  const pass = async () => {
    const note = words.trim() ? { note: words.trim() } : {};
    const said = i18n.t('panel.gate.cannotJudge.done', { people: people ?? '' });
    if (await carryOut('handoff.make', { hash, ...note }, said)) setWords('');
  };
  return (
    <Disclosure label={i18n.t('panel.gate.cannotJudge.title')}>
      <div className={styles.stack} data-cannot-judge>
        {people ? (
          <>
            <p>{i18n.t('panel.gate.cannotJudge.lead', { people })}</p>
            <WordsField label={i18n.t('panel.gate.cannotJudge.why')} optional words={words} onWords={setWords} />
            <Button size="small" busy={busy} onClick={() => void pass()}>
              {i18n.t('panel.gate.cannotJudge.act')}
            </Button>
          </>
        ) : (
          <p>{i18n.t('panel.gate.cannotJudge.nobody')}</p>
        )}
      </div>
    </Disclosure>
  );
}
