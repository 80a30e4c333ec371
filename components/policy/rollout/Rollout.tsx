import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import { reviewState } from '../../../lib/domain/policy/periodic/due.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import type { DraftPath, Json } from '../../../lib/domain/policy/writing/draft.ts';
import type { FrozenBaseline } from '../../../lib/domain/rollout/baseline.ts';
import { copiedProcess } from '../../../lib/domain/rollout/copied.ts';
import type { RolloutPhase } from '../../../lib/domain/rollout/phase.ts';
import { isRehearsedIn } from '../../../lib/domain/rollout/rehearsal.ts';
import { rolloutOf } from '../../../lib/domain/rollout/rollout.ts';
import type { Structured } from '../../../lib/domain/rollout/structured.ts';
import { frozenBaselines, rehearsals } from '../../../lib/store/ask/review/periodic.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { numberText, shareText } from '../../ui/numbers.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useWithSigned } from '../periodic/useSigned.ts';
import styles from '../policy.module.css';
import { BaselineLine } from './BaselineLine.tsx';
import { Condition } from './Condition.tsx';
import { Daily } from './Daily.tsx';
import { RehearsalLine } from './RehearsalLine.tsx';
import type { RolloutRead } from './rollout-worker.ts';
import { useRolloutRead, useTrained } from './useRollout.ts';
import { WorthTable } from './WorthTable.tsx';

interface RolloutProps {
  policy: GovernancePolicy;
  /** The rules in force. */
  inForce: GovernancePolicy | undefined;
  write(path: DraftPath, value: Json | undefined): void;
}

/** Where each process stands between audit and scale: what of its conditions is met, what is missing, and the next step. */
export function Rollout({ policy: draft, inForce, write }: RolloutProps) {
  const policy = useWithSigned(draft);
  const answer = useRolloutRead(draft);
  const baselines = useLiveQuery(frozenBaselines);
  const trained = useTrained();
  const rehearsed = useLiveQuery(rehearsals);
  const processes = policy.processes ?? [];
  if (processes.length === 0) return <p>{i18n.t('replay.noProcess')}</p>;
  if (!answer || !baselines || !rehearsed) return <Spinner />;
  if (answer.kind === 'failed') return <Notice tone="danger">{i18n.t('replay.failed')}</Notice>;
  return (
    <div className={styles.form} data-rollout>
      <p className={styles.muted}>{i18n.t('rollout.intro')}</p>
      <WorthTable policy={policy} reads={answer.processes} />
      {processes.map((process, at) => {
        const read = answer.processes.find(({ processId }) => processId === process.id);
        const enter = (phase: RolloutPhase) => write(['processes', at, 'rollout', 'phase'], phase);
        if (!read) return null;
        const baseline = baselines.get(process.id);
        const isRehearsed = isRehearsedIn(rehearsed, process, answer.from, policy);
        return (
          <OneProcess key={process.id} {...{ policy, process, read, trained, baseline, isRehearsed }} onEnter={enter}>
            <BaselineLine {...{ inForce, process, read, baseline }} from={answer.from} until={answer.until} />
            <RehearsalLine inForce={inForce} processId={process.id} />
          </OneProcess>
        );
      })}
    </div>
  );
}

interface OneProcessProps {
  policy: GovernancePolicy;
  process: Process;
  read: RolloutRead;
  trained: number | null | undefined;
  baseline: FrozenBaseline | undefined;
  isRehearsed: boolean;
  onEnter(phase: RolloutPhase): void;
  /** Its baseline, and the rehearsals of its escalation. */
  children: ReactNode;
}

function OneProcess({ policy, process, read, onEnter, children, ...around }: OneProcessProps) {
  const announce = useAnnounce();
  const standing = rolloutOf(process, read.recorded, { ...around, isReviewOver: isReviewOver(policy) });
  const enter = (phase: RolloutPhase) => {
    onEnter(phase);
    announce(i18n.t('rollout.entered'));
  };
  return (
    <section className={styles.form} data-rollout-of={process.id}>
      <h3>
        {process.name}
        {standing ? ` · ${i18n.t(`policyForm.choice.rollout.${standing.phase}`)}` : null}
      </h3>
      <Found read={read} />
      {standing ? (
        <ul className={styles.conditions}>
          {standing.conditions.map((condition) => (
            <Condition key={condition.of} {...condition} />
          ))}
        </ul>
      ) : null}
      {children}
      {standing?.phase === 'pilot' ? <Daily days={read.days} /> : null}
      {standing?.phase === 'scale' ? <Learned learned={read.learned} /> : null}
      <p>{nextStep(standing)}</p>
      <div className={styles.buttons}>
        {standing ? null : (
          <Button size="small" onClick={() => enter('audit')}>
            {i18n.t('rollout.begin')}
          </Button>
        )}
        {standing?.next && standing.isReady ? (
          <Button size="small" onClick={() => enter(standing.next ?? standing.phase)}>
            {i18n.t('rollout.enter', { phase: i18n.t(`policyForm.choice.rollout.${standing.next}`) })}
          </Button>
        ) : null}
        {standing?.phase === 'scale' ? (
          <Button size="small" onClick={() => saveCopy(process, read)}>
            {i18n.t('rollout.copy')}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** How much there is of it, and how varied. */
function Found({ read: { recorded, apart, structure } }: { read: RolloutRead }) {
  const { texts, lengths } = recorded;
  const [low, middle, high] = (lengths ?? []).map((one) => numberText(one));
  return (
    <p className={styles.muted}>
      {i18n.t('rollout.found', { texts: numberText(texts) })}{' '}
      {lengths ? i18n.t('rollout.lengths', { low: low ?? '', middle: middle ?? '', high: high ?? '' }) : null}{' '}
      {apart === undefined ? i18n.t('rollout.apartUnknown') : i18n.t('rollout.apart', { apart: shareText(apart, 0) })}{' '}
      {structure ? i18n.t('rollout.structure', structureWords(structure)) : null}
    </p>
  );
}

const structureWords = ({ texts, list, table, code }: Structured) => ({
  ...{ texts: numberText(texts), list: shareText(list), table: shareText(table), code: shareText(code) },
});

/** What was found wrong most often: each becomes a point of the checklist in the copy for another team. */
const Learned = ({ learned }: { learned: RolloutRead['learned'] }) => (
  <p data-learned={learned.length}>
    {learned.length === 0
      ? i18n.t('rollout.learnedNone')
      : i18n.t('rollout.learned', { list: learned.map((of) => i18n.t(`category.${of}`)).join(', ') })}
  </p>
);

function nextStep(standing: ReturnType<typeof rolloutOf>): string {
  if (!standing) return i18n.t('rollout.none');
  const { next, conditions } = standing;
  const open = conditions.find(({ state }) => state !== 'met');
  if (open) return i18n.t('rollout.open', { what: i18n.t(`rollout.condition.${open.of}`) });
  return next
    ? i18n.t('rollout.ready', { phase: i18n.t(`policyForm.choice.rollout.${next}`) })
    : i18n.t('rollout.scaled');
}

function isReviewOver(policy: GovernancePolicy): boolean | undefined {
  const state = reviewState(policy, new Date().toISOString().slice(0, 10));
  return state && state === 'overdue';
}

/** The rules for another team, to be put into the JSON of theirs. */
function saveCopy(process: Process, { learned }: RolloutRead): void {
  const copy = copiedProcess(process, learned, (of) => i18n.t('rollout.point', { category: i18n.t(`category.${of}`) }));
  const text = `${JSON.stringify(copy, null, 2)}\n`;
  saveFile(`countersign-${process.id}.json`, new Blob([text], { type: 'application/json' }));
}
