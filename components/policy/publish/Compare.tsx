import { i18n } from '#i18n';
import { differencesOf, type Json } from '../../../lib/domain/policy/writing/draft.ts';
import { Scrolling } from '../../ui/Scrolling.tsx';
import { fieldPlacedAt } from '../form/shapes.ts';
import { fieldText, ruleValueText, valuesIn } from '../origin/words.ts';
import styles from '../policy.module.css';

interface CompareProps {
  before: Json | undefined;
  after: Json;
}

/** What differs from the rules in force, field by field. */
export function Compare({ before, after }: CompareProps) {
  if (before === undefined) return <p>{i18n.t('policyForm.compareFirst')}</p>;
  // By its id a thing is told from others: nobody writes it, and what else of the thing is new is listed.
  const differences = differencesOf(before, after).filter(({ field }) => !field.endsWith('.id'));
  if (differences.length === 0) return <p>{i18n.t('policyForm.compareNone')}</p>;
  const [now, then] = [valuesIn(after), valuesIn(before)];
  const jsonAt = (field: string) => now(field) ?? then(field);
  return (
    <Scrolling label={i18n.t('policyForm.compare')}>
      <table className={styles.compared}>
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
              <th scope="row">{fieldText(difference.field, jsonAt)}</th>
              <td>{valueText(difference.field, difference.before)}</td>
              <td>{valueText(difference.field, difference.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

const valueText = (field: string, json: string | undefined): string =>
  json === undefined ? i18n.t('policyForm.nothing') : ruleValueText(json, fieldPlacedAt(field)?.shape);
