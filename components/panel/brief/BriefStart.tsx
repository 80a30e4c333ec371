import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { briefWanted } from '../../../lib/settings/items.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { usePolicy } from '../usePolicy.ts';
import { BriefForm } from './BriefForm.tsx';
import styles from './brief.module.css';

type BriefProcess = Process & { brief: NonNullable<Process['brief']> };

const hasBrief = (process: Process): process is BriefProcess => process.brief !== undefined && !process.stopped;

/** The briefs of the processes in force: choose one, fill it in, and the prompt goes into the page. Nothing where there are none. */
export function BriefStart({ tabId }: { tabId: number }) {
  const policy = usePolicy()?.policy;
  const wanted = useWanted(tabId);
  const [chosen, setChosen] = useState<string>();
  const [open, setOpen] = useState(false);
  if (policy?.format !== 2) return null;
  const processes = (policy.processes ?? []).filter(hasBrief);
  const process = processes.find(({ id }) => id === chosen) ?? processes[0];
  if (!process) return null;
  return (
    <div className={styles.start}>
      <Disclosure key={String(wanted)} label={i18n.t('brief.start')} open={wanted || open} onToggle={setOpen}>
        {processes.length > 1 ? (
          <Field label={i18n.t('brief.process')}>
            {(wiring) => (
              <Select {...wiring} value={process.id} onChange={(event) => setChosen(event.target.value)}>
                {processes.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : (
          <p className={styles.name}>{process.name}</p>
        )}
        <BriefForm
          key={process.id}
          tabId={tabId}
          process={process}
          limits={policy.limits ?? []}
          onDone={() => setOpen(false)}
        />
      </Disclosure>
    </div>
  );
}

/** Whether somebody asked for the brief of this tab by key. */
function useWanted(tabId: number): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const look = (tab: number | null) => {
      if (tab !== tabId) return;
      setWanted(true);
      void briefWanted.setValue(null);
    };
    void briefWanted.getValue().then(look);
    return briefWanted.watch(look);
  }, [tabId]);
  return wanted;
}
