import { i18n } from '#i18n';
import { CATEGORIES, type Category, SEVERITIES, type Severity } from '../../../lib/domain/codes.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from './MyReports.module.css';

/** A report has at most this many categories. */
const MOST_CATEGORIES = 3;

export function ReportCategories({
  chosen,
  onChange,
}: {
  chosen: readonly Category[];
  onChange(chosen: Category[]): void;
}) {
  return (
    <div>
      <ChoiceGroup
        legend={i18n.t('common.categories')}
        hint={i18n.t('common.categoriesHint')}
        most={MOST_CATEGORIES}
        choices={CATEGORIES.map((value) => ({
          value,
          label: i18n.t(`category.${value}`),
          title: i18n.t(`categoryExample.${value}`),
        }))}
        chosen={chosen}
        onChange={onChange}
      />
      <p role="alert" className={styles.problem}>
        {chosen.length === 0 ? i18n.t('panel.mine.pickCategory') : ''}
      </p>
    </div>
  );
}

export const ReportSeverity = ({ chosen, onChange }: { chosen: Severity; onChange(chosen: Severity): void }) => (
  <ChoiceGroup
    legend={i18n.t('common.severity')}
    hint={i18n.t(`severityMeaning.${chosen}`)}
    choices={SEVERITIES.map((value) => ({
      value,
      label: i18n.t(`severity.${value}`),
      title: i18n.t(`severityMeaning.${value}`),
    }))}
    chosen={[chosen]}
    onChange={([severity]) => (severity ? onChange(severity) : undefined)}
  />
);
