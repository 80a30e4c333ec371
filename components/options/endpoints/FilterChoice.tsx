import { i18n } from '#i18n';
import { SEVERITIES, VERDICTS } from '../../../lib/domain/codes.ts';
import { EVENT_TYPES } from '../../../lib/domain/events/event.ts';
import type { Filter } from '../../../lib/domain/events/filter.ts';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import styles from '../Options.module.css';
import { entryName } from './targetWords.ts';

interface FilterChoiceProps {
  filter: Filter;
  /** The kinds that the target has a use for; undefined for all. */
  offered: readonly string[] | undefined;
  onChange(filter: Filter): void;
}

/** Which events a target is to get. */
export function FilterChoice({ filter, offered, onChange }: FilterChoiceProps) {
  const types = offered ?? EVENT_TYPES;
  const { types: chosenTypes, verdicts, ...rest } = filter;
  const withTypes = (chosen: readonly string[]): Filter => ({
    ...rest,
    ...(verdicts ? { verdicts } : {}),
    // All of all there is means also those that later versions add.
    ...(!offered && chosen.length === types.length ? {} : { types: [...chosen] }),
  });
  return (
    <div className={styles.form}>
      <ChoiceGroup
        legend={i18n.t('target.filter.types')}
        choices={types.map((value) => ({ value, label: entryName(value) }))}
        chosen={chosenTypes ?? [...types]}
        most={types.length + 1}
        onChange={(chosen) => onChange(withTypes(chosen))}
      />
      <ChoiceGroup
        legend={i18n.t('target.filter.severity')}
        choices={SEVERITIES.map((value) => ({ value, label: i18n.t(`severity.${value}`) }))}
        chosen={[filter.severity]}
        onChange={([severity]) => (severity ? onChange({ ...filter, severity }) : undefined)}
      />
      <ChoiceGroup
        legend={i18n.t('target.filter.verdicts')}
        choices={VERDICTS.map((value) => ({ value, label: i18n.t(`verdict.${value}`) }))}
        chosen={verdicts ?? [...VERDICTS]}
        most={VERDICTS.length + 1}
        onChange={(chosen) => onChange({ ...filter, verdicts: chosen })}
      />
      <ChoiceGroup
        legend={i18n.t('target.filter.from')}
        hint={i18n.t('target.filter.fromHint')}
        choices={[
          { value: 'own', label: i18n.t('target.filter.own') },
          { value: 'team', label: i18n.t('target.filter.team') },
        ]}
        chosen={[filter.from]}
        onChange={([from]) => (from ? onChange({ ...filter, from }) : undefined)}
      />
    </div>
  );
}
