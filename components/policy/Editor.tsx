import { useState } from 'react';
import { i18n } from '#i18n';
import type { GovernancePolicy } from '../../lib/domain/policy/policy.ts';
import type { Json } from '../../lib/domain/policy/writing/draft.ts';
import { classes } from '../ui/classes.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { TabContent, Tabs } from '../ui/Tabs.tsx';
import { Switches } from './begin/Switches.tsx';
import { Gaps, Problems } from './check/Gaps.tsx';
import { JsonBeside } from './check/JsonBeside.tsx';
import type { Editing } from './form/FieldInput.tsx';
import { SECTIONS, SectionForm, type SectionName } from './form/Sections.tsx';
import styles from './policy.module.css';
import { Pool } from './probes/Pool.tsx';
import { Compare } from './publish/Compare.tsx';
import { DocumentView } from './publish/DocumentView.tsx';
import { Publish } from './publish/Publish.tsx';
import { PutInForce } from './publish/PutInForce.tsx';
import { useVersions } from './publish/useVersions.ts';
import { WhatIf } from './replay/WhatIf.tsx';
import { Rollout } from './rollout/Rollout.tsx';
import { useChecked } from './useChecked.ts';
import { useShownField } from './useShownField.ts';

interface EditorProps extends Omit<Editing, 'problems'> {
  /** The rules in force. */
  before: Json | undefined;
  /** The same as a policy of format 2, where it is one. */
  inForce: GovernancePolicy | undefined;
  isManaged: boolean;
}

/** The form with its sections; beside it what is missing, the JSON and the document; at its end the way into force. */
export function Editor({ draft, before, origins, inForce, isManaged, write, replace }: EditorProps) {
  const { problems, policy } = useChecked(draft);
  const server = useVersions();
  const [section, setSection] = useState<SectionName>('general');
  const show = useShownField(draft, setSection);
  const editing: Editing = { draft, problems, origins, write, replace };
  return (
    <div className={styles.columns}>
      <div className={styles.card}>
        {policy ? <Switches policy={policy} replace={replace} /> : null}
        <Tabs<SectionName>
          label={i18n.t('policyForm.sections')}
          tabs={SECTIONS.map((value) => ({ value, label: i18n.t(`policyForm.section.${value}`) }))}
          value={section}
          onChange={setSection}
        >
          {SECTIONS.map((value) => (
            <TabContent key={value} value={value} className={styles.section}>
              <SectionForm section={value} editing={editing} />
            </TabContent>
          ))}
        </Tabs>
      </div>
      <div className={classes(styles.card, styles.beside)}>
        <Problems problems={problems} draft={draft} onShow={show} />
        <h2>{i18n.t('policyForm.missing')}</h2>
        {policy ? <Gaps policy={policy} onShow={show} /> : <p>{i18n.t('policyForm.gapsInvalid')}</p>}
        <Disclosure label={i18n.t('policyForm.compare')}>
          <Compare before={before} after={draft} />
        </Disclosure>
        {policy ? (
          <Disclosure label={i18n.t('replay.title')}>
            <WhatIf policy={policy} />
          </Disclosure>
        ) : null}
        {policy ? (
          <Disclosure label={i18n.t('rollout.title')}>
            <Rollout policy={policy} inForce={inForce} write={write} />
          </Disclosure>
        ) : null}
        {policy && server.versions ? (
          <Disclosure label={i18n.t('policyForm.probes.title')}>
            <Pool policy={policy} />
          </Disclosure>
        ) : null}
        <Disclosure label={i18n.t('policyForm.json')}>
          <JsonBeside draft={draft} replace={replace} />
        </Disclosure>
        <Publish {...{ draft, server, replace }} hasProblems={problems.length > 0} />
        <PutInForce {...{ draft, isManaged }} hasProblems={problems.length > 0} hasServer={server.versions !== null} />
      </div>
      {policy ? (
        <div className={styles.wide}>
          <Disclosure label={i18n.t('policyForm.document')}>
            <DocumentView policy={policy} origins={origins} />
          </Disclosure>
        </div>
      ) : null}
    </div>
  );
}
