import { useState } from 'react';
import { i18n } from '#i18n';
import type { Origins } from '../../../lib/domain/policy/overlay/origins.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { fieldPlacedAt } from '../../policy/form/shapes.ts';
import { usePolicyRead } from '../../policy/origin/usePolicyRead.ts';
import { fieldText, layersText, overrodeText, ruleValueText } from '../../policy/origin/words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { fullDate } from '../../ui/RelativeTime.tsx';
import { Scrolling } from '../../ui/Scrolling.tsx';
import styles from '../tools/Tools.module.css';

/** Since when the rules hold, what comes next, and of each value where it comes from and what it overrode. */
export function PolicyOrigins() {
  const known = usePolicyRead();
  if (!known?.inForce) return null;
  const { inForce, next, others, origins = {} } = known;
  return (
    <>
      {inForce.number !== undefined && inForce.inForceFrom ? (
        <p className={styles.small}>
          {i18n.t('policy.numbered', { number: String(inForce.number), when: fullDate(inForce.inForceFrom) })}
        </p>
      ) : null}
      {next ? (
        <p className={styles.small}>
          {i18n.t('policy.next', { version: next.version, when: fullDate(next.inForceFrom) })}
        </p>
      ) : null}
      {others.map(({ source, version }) => (
        <p key={source} className={styles.small}>
          {i18n.t('policy.other', { version, source: i18n.t(`policy.source.${source}`) })}
        </p>
      ))}
      <Disclosure label={i18n.t('policy.origins')}>
        {sectionsOf(origins).map(([section, fields]) => (
          <Values key={section} {...{ section, fields, origins }} />
        ))}
      </Disclosure>
    </>
  );
}

type Section = Exclude<keyof GovernancePolicy, 'format'>;

/** The fields by the section in which they stand. Which form the rules have says nothing by itself. */
function sectionsOf(origins: Origins): [Section, string[]][] {
  const sections = new Map<Section, string[]>();
  for (const field of Object.keys(origins)) {
    const [section] = field.split('.', 1) as [Section];
    sections.set(section, [...(sections.get(section) ?? []), field]);
  }
  return [...sections];
}

interface ValuesProps {
  section: Section;
  fields: readonly string[];
  origins: Origins;
}

/** The values of a section, made when somebody opens it: there may be thousands. */
function Values({ section, fields, origins }: ValuesProps) {
  const [isOpen, setOpen] = useState(false);
  const title = i18n.t(`policy.section.${section}`);
  return (
    <Disclosure label={title} onToggle={setOpen}>
      {isOpen ? (
        <Scrolling label={title}>
          <table className={styles.origins}>
            <thead>
              <tr>
                <th scope="col">{i18n.t('policy.field')}</th>
                <th scope="col">{i18n.t('policy.value')}</th>
                <th scope="col">{i18n.t('policy.comes')}</th>
                <th scope="col">{i18n.t('policy.overrode')}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map((field) => (
                <Row key={field} field={field} origins={origins} />
              ))}
            </tbody>
          </table>
        </Scrolling>
      ) : null}
    </Disclosure>
  );
}

function Row({ field, origins }: { field: string; origins: Origins }) {
  const origin = origins[field];
  if (!origin) return null;
  const shape = fieldPlacedAt(field)?.shape;
  return (
    <tr data-field={field}>
      <th scope="row">{fieldText(field, (one) => origins[one]?.value)}</th>
      <td>{ruleValueText(origin.value, shape)}</td>
      <td>{layersText(origin.from)}</td>
      <td>{overrodeText(origin, shape) || i18n.t('policy.nothingOverridden')}</td>
    </tr>
  );
}
