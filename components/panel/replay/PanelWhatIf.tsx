import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { MOST_CLEAN, MOST_ONE_IN } from '../../../lib/domain/limits.ts';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { DaysField, MOST_DAYS_REPLAYED, since } from '../../policy/replay/DaysField.tsx';
import { Results } from '../../policy/replay/Results.tsx';
import { useReplay } from '../../policy/replay/useReplay.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceGroup } from '../../ui/ChoiceGroup.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { usePolicy } from '../usePolicy.ts';
import styles from './replay.module.css';

/** What if more or less of a process were reviewed: asked beside the log that it is replayed from. Nothing where no rules name a process. */
export function PanelWhatIf() {
  const [isOpen, setOpen] = useState(false);
  const policy = usePolicy()?.policy;
  if (policy?.format !== 2 || !policy.processes?.length) return null;
  return (
    <>
      <IconButton
        label={i18n.t('replay.inPanel.open')}
        icon={<FlaskConical size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      />
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={i18n.t('replay.inPanel.title')}>
        <Asking policy={policy} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

interface AskingProps {
  policy: GovernancePolicy;
  onClose(): void;
}

function Asking({ policy, onClose }: AskingProps) {
  const { processes = [], roles = [] } = policy;
  const [processId, setProcessId] = useState(processes[0]?.id ?? '');
  const process = processes.find(({ id }) => id === processId);
  const [days, setDays] = useState<number>(MOST_DAYS_REPLAYED);
  const { state, run } = useReplay();
  if (!process) return null;
  return (
    <div className={styles.asking}>
      <p className={styles.muted}>{i18n.t('replay.inPanel.intro')}</p>
      {processes.length > 1 ? (
        <Field label={i18n.t('replay.inPanel.process')}>
          {(wiring) => (
            <Select {...wiring} value={processId} onChange={(event) => setProcessId(event.currentTarget.value)}>
              {processes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
      <RuleForm
        key={processId}
        process={process}
        onRun={(review) => run(ruledBy(policy, processId, review), since(days))}
        onClose={onClose}
      >
        <DaysField days={days} onDays={setDays} />
      </RuleForm>
      <Results state={state} roles={roles} processId={processId} />
    </div>
  );
}

/** The rules in force with another rule of review for one process. */
const ruledBy = (policy: GovernancePolicy, processId: string, review: Process['review']): GovernancePolicy => ({
  ...policy,
  processes: (policy.processes ?? []).map((process) => (process.id === processId ? { ...process, review } : process)),
});

interface RuleFormProps {
  process: Process;
  onRun(review: Process['review']): void;
  onClose(): void;
  /** How far back. */
  children: React.ReactNode;
}

/** Where the rules name no numbers yet: those that the documents begin with. */
const [USUAL_CLEAN, USUAL_ONE_IN] = [30, 10];

function RuleForm({ process: { review }, onRun, onClose, children }: RuleFormProps) {
  const [mode, setMode] = useState<Process['review']['mode']>('earned');
  const [clean, setClean] = useState(review.clean ?? USUAL_CLEAN);
  const [oneIn, setOneIn] = useState(review.oneIn ?? USUAL_ONE_IN);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    onRun(mode === 'full' ? { ...review, mode } : { ...review, mode, clean, oneIn });
  };
  return (
    <form className={styles.asking} onSubmit={submit}>
      <ChoiceGroup
        legend={i18n.t('replay.inPanel.mode')}
        choices={[
          { value: 'full', label: i18n.t('replay.inPanel.full') },
          { value: 'earned', label: i18n.t('replay.inPanel.earned') },
        ]}
        chosen={[mode]}
        onChange={([next]) => setMode(next ?? mode)}
      />
      {mode === 'earned' ? (
        <div className={styles.numbers}>
          <NumberField
            label={i18n.t('replay.inPanel.clean')}
            value={clean}
            least={1}
            most={MOST_CLEAN}
            set={setClean}
          />
          <NumberField
            label={i18n.t('replay.inPanel.oneIn')}
            value={oneIn}
            least={2}
            most={MOST_ONE_IN}
            set={setOneIn}
          />
        </div>
      ) : null}
      {children}
      <div className={styles.buttons}>
        <Button type="submit" look="primary" size="small">
          {i18n.t('replay.run')}
        </Button>
        <Button size="small" onClick={onClose}>
          {i18n.t('common.close')}
        </Button>
      </div>
    </form>
  );
}

interface NumberFieldProps {
  label: string;
  value: number;
  least: number;
  most: number;
  set(value: number): void;
}

/** The browser says what is wrong with a number, and sends nothing until it is right. */
const NumberField = ({ label, value, least, most, set }: NumberFieldProps) => (
  <Field label={label}>
    {(wiring) => (
      <TextInput
        {...wiring}
        type="number"
        required
        min={least}
        max={most}
        step={1}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => set(event.target.valueAsNumber)}
      />
    )}
  </Field>
);
