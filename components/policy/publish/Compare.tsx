import { i18n } from '#i18n';
import { differencesOf, type Json } from '../../../lib/domain/policy/writing/draft.ts';
import { Scrolling } from '../../ui/Scrolling.tsx';
import styles from '../policy.module.css';

interface CompareProps {
  before: Json | undefined;
  after: Json;
}

/** What differs from the rules in force, field by field. */
export function Compare({ before, after }: CompareProps) {
  if (before === undefined) return <p>{i18n.t('policyForm.compareFirst')}</p>;
  const differences = differencesOf(before, after);
  if (differences.length === 0) return <p>{i18n.t('policyForm.compareNone')}</p>;
  return (
    <Scrolling label={i18n.t('policyForm.compare')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" />
            <th scope="col">{i18n.t('policyForm.before')}</th>
            <th scope="col">{i18n.t('policyForm.after')}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.field}>
              <th scope="row">{difference.field}</th>
              <td>{difference.before ?? i18n.t('policyForm.nothing')}</td>
              <td>{difference.after ?? i18n.t('policyForm.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}
