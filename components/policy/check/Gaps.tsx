import { i18n } from '#i18n';
import { completenessOf } from '../../../lib/domain/policy/completeness.ts';
import type { GovernancePolicy, PolicyProblem } from '../../../lib/domain/policy/policy.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { Notice } from '../../ui/Notice.tsx';
import { policyProblemText } from '../../words/policy.ts';
import { placeText } from '../origin/words.ts';
import { useWithSigned } from '../periodic/useSigned.ts';
import styles from '../policy.module.css';

interface ProblemsProps {
  problems: readonly PolicyProblem[];
  /** In which they are. */
  draft: Json;
  /** Shows the field in the form, where there is a form. */
  onShow?(field: string): void;
}

/** What must be mended before the rules can be put in force, each with its place as the form calls it, and a way there. */
export const Problems = ({ problems, draft, onShow }: ProblemsProps) =>
  problems.length === 0 ? null : (
    <Notice tone="warning" live>
      <p>{i18n.t('policyForm.problems')}</p>
      <ul className={styles.listed}>
        {problems.map((problem) => {
          const words = policyProblemText({ ...problem, field: problem.field && placeText(problem.field, draft) });
          return (
            <li key={`${problem.code} ${problem.field}`}>
              {onShow && problem.field ? (
                <button type="button" className={styles.link} onClick={() => onShow(problem.field)}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );

interface GapsProps {
  policy: GovernancePolicy;
  /** Shows the field in the form. */
  onShow(field: string): void;
}

/** What a sound policy still lacks, with a score for each process and a way to the field. */
export function Gaps({ policy, onShow }: GapsProps) {
  const { findings, scores } = completenessOf(useWithSigned(policy), new Date().toISOString().slice(0, 10));
  const nameOf = (processId: string | undefined) =>
    policy.processes?.find(({ id }) => id === processId)?.name ?? i18n.t('policyForm.title');
  return (
    <div className={styles.form}>
      <ul className={styles.costs}>
        {(policy.processes ?? []).map(({ id, name }) => (
          <li key={id}>
            <label className={styles.score}>
              {i18n.t('policyForm.score', { name, percent: String(scores[id] ?? 0) })}
              <progress max={100} value={scores[id] ?? 0} />
            </label>
          </li>
        ))}
      </ul>
      {findings.length === 0 ? <p>{i18n.t('policyForm.complete')}</p> : null}
      <ul className={styles.listed}>
        {findings.map(({ gap, field, processId, stops }) => (
          <li key={`${gap} ${field}`}>
            <button type="button" className={styles.link} onClick={() => onShow(field)}>
              {nameOf(processId)}: {i18n.t(`policyForm.gap.${gap}`)}
            </button>
            {stops ? <strong> ({i18n.t('policyForm.stops')})</strong> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
