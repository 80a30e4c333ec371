import { i18n } from '#i18n';
import { monthsAfter } from '../../../lib/domain/policy/completeness.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import type { DraftPath, Json } from '../../../lib/domain/policy/writing/draft.ts';
import { copiedProcess } from '../../../lib/domain/rollout/copied.ts';
import type { RolloutPhase } from '../../../lib/domain/rollout/phase.ts';
import { rolloutOf } from '../../../lib/domain/rollout/rollout.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { numberText, shareText } from '../../ui/numbers.ts';
import { Spinner } from '../../ui/Spinner.tsx';
import { saveFile } from '../../ui/save-file.ts';
import styles from '../policy.module.css';
import { Condition } from './Condition.tsx';
import type { RolloutRead } from './rollout-worker.ts';
import { useRolloutRead, useTrained } from './useRollout.ts';

interface RolloutProps {
  policy: GovernancePolicy;
  write(path: DraftPath, value: Json | undefined): void;
}

/** Where each process stands between audit and scale: what of its conditions is met, what is missing, and the next step. */
export function Rollout({ policy, write }: RolloutProps) {
  const answer = useRolloutRead(policy);
  const trained = useTrained();
  const processes = policy.processes ?? [];
  if (processes.length === 0) return <p>{i18n.t('replay.noProcess')}</p>;
  if (!answer) return <Spinner />;
  if (answer.kind === 'failed') return <Notice tone="danger">{i18n.t('replay.failed')}</Notice>;
  return (
    <div className={styles.form} data-rollout>
      <p className={styles.muted}>{i18n.t('rollout.intro')}</p>
      {processes.map((process, at) => {
        const read = answer.processes.find(({ processId }) => processId === process.id);
        const enter = (phase: RolloutPhase) => write(['processes', at, 'rollout', 'phase'], phase);
        return read ? <OneProcess key={process.id} {...{ policy, process, read, trained }} onEnter={enter} /> : null;
      })}
    </div>
  );
}

interface OneProcessProps {
  policy: GovernancePolicy;
  process: Process;
  read: RolloutRead;
  trained: number | null | undefined;
  onEnter(phase: RolloutPhase): void;
}

function OneProcess({ policy, process, read, trained, onEnter }: OneProcessProps) {
  const announce = useAnnounce();
  const standing = rolloutOf(process, read.recorded, { trained, isReviewOver: isReviewOver(policy) });
  const enter = (phase: RolloutPhase) => {
    onEnter(phase);
    announce(i18n.t('rollout.entered'));
  };
  return (
    <section data-rollout-of={process.id}>
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
function Found({ read: { recorded, apart } }: { read: RolloutRead }) {
  const { texts, lengths } = recorded;
  const [low, middle, high] = (lengths ?? []).map((one) => numberText(one));
  return (
    <p className={styles.muted}>
      {i18n.t('rollout.found', { texts: numberText(texts) })}{' '}
      {lengths ? i18n.t('rollout.lengths', { low: low ?? '', middle: middle ?? '', high: high ?? '' }) : null}{' '}
      {apart === undefined ? i18n.t('rollout.apartUnknown') : i18n.t('rollout.apart', { apart: shareText(apart, 0) })}
    </p>
  );
}

function nextStep(standing: ReturnType<typeof rolloutOf>): string {
  if (!standing) return i18n.t('rollout.none');
  const { next, conditions } = standing;
  const open = conditions.find(({ state }) => state !== 'met');
  if (open) return i18n.t('rollout.open', { what: i18n.t(`rollout.condition.${open.of}`) });
  return next
    ? i18n.t('rollout.ready', { phase: i18n.t(`policyForm.choice.rollout.${next}`) })
    : i18n.t('rollout.scaled');
}

function isReviewOver({ periodicReview }: GovernancePolicy): boolean | undefined {
  const { reviewedOn, everyMonths } = periodicReview ?? {};
  if (!reviewedOn || everyMonths === undefined) return undefined;
  return new Date().toISOString().slice(0, 10) >= monthsAfter(reviewedOn, everyMonths);
}

/** The rules for another team, to be put into the JSON of theirs. */
function saveCopy(process: Process, { learned }: RolloutRead): void {
  const copy = copiedProcess(process, learned, (of) => i18n.t('rollout.point', { category: i18n.t(`category.${of}`) }));
  const text = `${JSON.stringify(copy, null, 2)}\n`;
  saveFile(`countersign-${process.id}.json`, new Blob([text], { type: 'application/json' }));
}
