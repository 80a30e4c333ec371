import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import type { Tone } from '../../../lib/look/tone.ts';
import { countOfGate } from '../../../lib/settings/gate-counts.ts';
import type { GateCount } from '../../../lib/settings/items.ts';
import { outputsByHashes } from '../../../lib/store/ask/queries.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from '../queue/Queue.module.css';
import { ChangedSince } from './ChangedSince.tsx';
import { ClockLines } from './ClockLines.tsx';
import { Emergency } from './Emergency.tsx';
import { GateWays } from './GateWays.tsx';
import { ProcessChoice } from './ProcessChoice.tsx';
import { StopProcess } from './StopProcess.tsx';
import { type GateView, useGate, useGovernance } from './useGate.ts';
import { WaitingList } from './WaitingList.tsx';

const TONES: Record<GateView['answer']['state'], Tone> = {
  not_applicable: 'neutral',
  unsatisfied: 'notice',
  satisfied: 'good',
  overridden: 'change',
  bypassed: 'raised',
  error: 'danger',
};

/** What holds for an output in its process: the gate's state and rule, what was asked, and the ways on. */
export function GateSection({
  output,
  asks = false,
}: {
  output: Output /** For whoever wants to use it. */;
  asks?: boolean;
}) {
  const policy = useGovernance();
  const gate = useGate(output);
  if (!policy?.processes?.length) return null;
  const isChosen = policy.processes.some(({ applies }) => applies.choice);
  if (!gate && !isChosen) return null;
  return (
    <section className={styles.section} data-gate={gate?.answer.state ?? 'not_applicable'}>
      <h2 className={styles.heading}>
        {i18n.t('panel.gate.title')} {gate ? <GateState gate={gate} /> : null}
      </h2>
      {isChosen ? <ProcessChoice output={output} policy={policy} process={gate?.process} /> : null}
      {gate ? <Facts gate={gate} named={!isChosen} /> : <p>{i18n.t('gate.rule.no_process')}</p>}
      {gate ? <ChangedSince output={output} /> : null}
      {gate ? <ClockLines output={output} gate={gate} /> : null}
      {gate ? <WaitingList output={output} gate={gate} /> : null}
      {gate ? <Ways output={output} gate={gate} asks={asks} /> : null}
    </section>
  );
}

/** What can be done: by whoever wants to use the text, and by whoever may stop all of its process. */
const Ways = ({ asks, ...held }: { output: Output; gate: GateView; asks: boolean }) => (
  <>
    {asks ? <GateWays {...held} /> : null}
    {asks ? <Emergency {...held} /> : null}
    <StopProcess {...held} />
  </>
);

const GateState = ({ gate: { answer } }: { gate: GateView }) => (
  <Badge tone={TONES[answer.state]}>
    {answer.rule === 'excepted' ? i18n.t('panel.gate.mark.exception') : i18n.t(`panel.gate.state.${answer.state}`)}
  </Badge>
);

/** `named`: its process stands nowhere above. */
function Facts({ gate: { process, answer, review, stated }, named }: { gate: GateView; named: boolean }) {
  return (
    <>
      <p>
        {named ? `${i18n.t('gate.process', { process: process.name })} · ` : ''}
        {i18n.t(`gate.rule.${answer.rule}`)}
      </p>
      {process.gate.mode === 'evaluate' && answer.would !== 'pass' ? (
        <Notice>{i18n.t('gate.title.dryRun')}</Notice>
      ) : null}
      {review ? <p data-review="">{review}</p> : null}
      {stated ? <p data-stated="">{stated}</p> : null}
      <DryRun process={process} />
    </>
  );
}

/** What a dry run would have held in this browser, and how much of that was approved as it was. */
function DryRun({ process }: { process: Process }) {
  const [count, setCount] = useState<GateCount>();
  const isDry = process.gate.mode === 'evaluate';
  useEffect(() => {
    if (isDry) void countOfGate(process.id).then(setCount);
  }, [process.id, isDry]);
  const outputs = useLiveQuery(() => outputsByHashes(count?.hashes ?? []), [count]);
  if (!isDry || !count || !outputs) return null;
  const unchanged = [...outputs.values()].filter(({ status }) => status === 'approved').length;
  return <p>{i18n.t('panel.gate.wouldHave', { held: count.held, came: count.came, unchanged })}</p>;
}
