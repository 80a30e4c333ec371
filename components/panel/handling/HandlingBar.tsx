import { useState } from 'react';
import { i18n } from '#i18n';
import { nextToJudge } from '../../../lib/domain/decision/clock.ts';
import { assignmentNow, holderOf, openAssignments } from '../../../lib/domain/decision/handling.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { dateText } from '../../ui/RelativeTime.tsx';
import { useGate } from '../gate/useGate.ts';
import type { CommandId } from '../keys/commands.ts';
import { useCommand } from '../keys/KeyedCommands.tsx';
import { useKeyName } from '../keys/KeyName.tsx';
import { DeferForm } from './DeferForm.tsx';
import { DuplicateForm } from './DuplicateForm.tsx';
import { GiveForm } from './GiveForm.tsx';
import styles from './handling.module.css';
import { useHolder } from './InHand.tsx';
import { PassOn } from './PassOn.tsx';
import { type Handled, useHandled } from './useHandled.ts';
import { useMe } from './useMe.ts';

const FORMS = ['give', 'defer', 'duplicate', 'handOff'] as const;
type Form = (typeof FORMS)[number];

interface HandlingBarProps {
  output: Output;
  onHandled(handled: Handled): void;
}

/** Who has an item in hand, and what can be arranged of it: take it, give it, put it off, call it the same as another, pass it on. */
export function HandlingBar({ output, onHandled }: HandlingBarProps) {
  const [form, setForm] = useState<Form>();
  const handling = useHandled(output.hash, onHandled);
  const me = useMe();
  const assignment = assignmentNow(output, new Date().toISOString());
  const isMine = assignment !== undefined && me.includes(holderOf(assignment));
  const after = output.handling?.assignments.at(-1)?.assignmentId ?? null;
  const take = () =>
    isMine
      ? handling.end(openAssignments(output), i18n.t('panel.handling.letGoSaid'))
      : handling.assign(after, i18n.t('panel.handling.taken'));
  const canPass = useCanPass(output);
  useCommand('take', handling.busy ? undefined : () => void take());
  const offered = FORMS.filter((each) => each !== 'handOff' || canPass);
  const close = () => setForm(undefined);
  const forms = {
    give: () => <GiveForm {...{ handling, after, me }} onClose={close} />,
    defer: () => <DeferForm {...{ handling }} hash={output.hash} onClose={close} />,
    duplicate: () => <DuplicateForm {...{ handling, output }} onClose={close} />,
    handOff: () => <PassOn output={output} onPassed={close} onCancel={close} />,
  };
  return (
    <section
      className={styles.bar}
      aria-label={i18n.t('panel.handling.title')}
      data-in-hand={assignment ? (isMine ? 'me' : 'other') : 'nobody'}
    >
      {assignment ? <Holder holder={holderOf(assignment)} isMine={isMine} until={assignment.until} /> : null}
      <div className={styles.ways}>
        <Way
          of="take"
          label={i18n.t(isMine ? 'panel.handling.letGo' : 'panel.handling.take')}
          onPress={() => void take()}
        />
        {offered.map((each) => (
          <FormWay key={each} of={each} onPress={() => setForm(each)} />
        ))}
      </div>
      <Dialog open={form !== undefined} onClose={close} title={form ? i18n.t(`panel.keys.${form}`) : ''}>
        {form ? forms[form]() : null}
      </Dialog>
    </section>
  );
}

/** Whether there is somebody to pass it on to. */
function useCanPass(output: Output): boolean {
  const gate = useGate(output);
  if (!gate?.may('escalate').may) return false;
  return nextToJudge(output, gate.process, gate.now, gate.policy.calendar) !== undefined;
}

function Holder({ holder, isMine, until }: { holder: string; isMine: boolean; until: string }) {
  const who = useHolder(holder);
  const day = dateText(until);
  return (
    <p className={styles.holder}>
      {isMine ? i18n.t('panel.handling.mine', { day }) : i18n.t('panel.handling.theirs', { who, day })}
    </p>
  );
}

interface WayProps {
  of: CommandId;
  label: string;
  onPress(): void;
}

function Way({ of, label, onPress }: WayProps) {
  const keyName = useKeyName();
  return (
    <Button size="small" look="quiet" title={keyName(of)} aria-keyshortcuts={keyName(of)} onClick={onPress}>
      {label}
    </Button>
  );
}

/** A way that asks for something first. */
function FormWay({ of, onPress }: { of: Form; onPress(): void }) {
  useCommand(of, onPress);
  return <Way of={of} label={i18n.t(`panel.handling.${of}`)} onPress={onPress} />;
}
