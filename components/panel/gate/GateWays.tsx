import { useState } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { openRequests } from '../../../lib/domain/output/process-record.ts';
import { partiesFor } from '../../../lib/domain/people/authority.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../queue/Queue.module.css';
import type { GateView } from './useGate.ts';
import { WordsField } from './WordsForm.tsx';
import { partiesText } from './words.ts';

/** The ways on for whoever wants to use a text that is held; here there is room for words. */
export function GateWays({ output, gate }: { output: Output; gate: GateView }) {
  const { answer, policy, process } = gate;
  const [words, setWords] = useState('');
  const { carryOut, busy } = useSend();
  const asked = openRequests(output.inProcess ?? { requests: [] }).map(({ kind }) => kind);
  const kinds = (['approval', 'exception'] as const).filter(
    (kind) => answer.ways.includes(kind === 'approval' ? 'ask_approval' : 'ask_exception') && !asked.includes(kind),
  );
  const overrides = answer.ways.includes('override') && gate.may('override').may;
  if (kinds.length === 0 && !overrides) return null;
  const { hash } = output;
  const note = words.trim() ? { note: words.trim() } : {};
  return (
    <>
      {kinds.includes('approval') ? (
        <p>{i18n.t('gate.who', { people: partiesText(partiesFor(process, 'approve'), policy) })}</p>
      ) : null}
      <WordsField
        label={i18n.t('panel.gate.words')}
        hint={overrides ? i18n.t('panel.gate.wordsHint') : undefined}
        optional
        words={words}
        onWords={setWords}
      />
      <div className={styles.stack}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            {...(kind === 'approval' ? { look: 'primary' } : {})}
            busy={busy}
            onClick={() => void carryOut('gate.ask', { hash, kind, ...note })}
          >
            {i18n.t(kind === 'approval' ? 'gate.act.ask' : 'gate.act.exception')}
          </Button>
        ))}
        {overrides ? (
          <Button
            busy={busy}
            disabled={!words.trim()}
            onClick={() => void carryOut('gate.override', { hash, words: words.trim() })}
          >
            {i18n.t('gate.act.override')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
