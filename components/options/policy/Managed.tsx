import { i18n } from '#i18n';
import type { KeptManaged } from '../../../lib/domain/policy/managed.ts';
import { Notice } from '../../ui/Notice.tsx';
import { policyProblemText } from '../../words/policy.ts';
import { Fixed } from '../Fixed.tsx';
import styles from '../Options.module.css';
import tools from '../tools/Tools.module.css';
import { useManaged } from './useManaged.ts';

/** What is managed in this browser, and what of it cannot be used. Nothing where nothing is managed. */
export function ManagedSettings() {
  const managed = useManaged();
  if (!managed) return null;
  const { kept, problems } = managed;
  if (Object.keys(kept).length === 0 && problems.length === 0) return null;
  return (
    <section className={styles.card} id="managed" aria-label={i18n.t('managed.title')}>
      <h2 className={styles.title}>{i18n.t('managed.title')}</h2>
      <p className={styles.intro}>{i18n.t('managed.intro')}</p>
      {problems.length > 0 ? (
        <Notice tone="danger" live>
          <p>{i18n.t('managed.problems')}</p>
          <ul className={tools.problems}>
            {problems.map((problem) => (
              <li key={`${problem.code} ${problem.field} ${problem.detail}`}>{policyProblemText(problem)}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Settings kept={kept} />
    </section>
  );
}

function Settings({ kept }: { kept: KeptManaged }) {
  const rows = rowsOf(kept);
  if (rows.length === 0) return null;
  return (
    <>
      <dl className={styles.facts}>
        {rows.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Fixed />
    </>
  );
}

function rowsOf({
  collector,
  endpoints,
  keptForDays,
  ownEndpoints,
  profilesOff,
  redaction,
}: KeptManaged): [string, string][] {
  const rows: [string, string | undefined][] = [
    [i18n.t('managed.key.collector'), collector?.address],
    [i18n.t('managed.key.endpoints'), endpoints?.join(', ')],
    [
      i18n.t('managed.key.ownEndpoints'),
      ownEndpoints === undefined ? undefined : i18n.t(ownEndpoints ? 'managed.allowed' : 'managed.notAllowed'),
    ],
    [i18n.t('managed.key.keptForDays'), keptForDays?.toString()],
    [i18n.t('managed.key.profilesOff'), profilesOff && listed(profilesOff)],
    [
      i18n.t('managed.key.redaction'),
      redaction && listed(redaction.kinds.map((kind) => i18n.t(`managed.kind.${kind}`))),
    ],
  ];
  return rows.flatMap(([label, value]) => (value === undefined ? [] : [[label, value]]));
}

const listed = (items: readonly string[]): string => (items.length > 0 ? items.join(', ') : i18n.t('managed.none'));
