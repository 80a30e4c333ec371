import { useRef } from 'react';
import { i18n } from '#i18n';
import { VERDICTS, type Verdict } from '../../../lib/domain/codes.ts';
import { missingFor } from '../../../lib/domain/decision/decision.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT } from '../../../lib/domain/limits.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { canBeGiven } from '../../../lib/domain/output/status.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { TextDiff } from '../../text/TextDiff.tsx';
import { TextEditor } from '../../text/TextEditor.tsx';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DraftLine } from '../DraftLine.tsx';
import type { Decided, Given } from '../decided/useTakingBack.ts';
import { CannotJudge } from '../gate/CannotJudge.tsx';
import { ChecklistFields } from '../gate/ChecklistFields.tsx';
import { useKeyName } from '../keys/KeyName.tsx';
import styles from './DecisionForm.module.css';
import { SignatureLine } from './SignatureLine.tsx';
import { type DecisionDraft, type DecisionProblem, useDecision } from './useDecision.ts';
import { useVerdictKeys } from './useVerdictKeys.ts';
import { VerdictChoice } from './VerdictChoice.tsx';

const SAYS_YES: ReadonlySet<Verdict> = new Set(['approve', 'approve_with_notes', 'modify']);

interface DecisionFormProps {
  output: Output;
  /** The reports on screen: those that the decision answers. */
  reports: readonly Report[];
  /** What was filled in before. */
  before: DecisionDraft | undefined;
  onDecided(decided: Decided | Given): void;
}

/** The five decisions, what each one needs, and what is still missing, said at its field. */
export function DecisionForm({ output, reports, before, onDecided }: DecisionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const keyName = useKeyName();
  const decision = useDecision({ output, reports, before, onDecided });
  const { verdict, problem } = decision;
  const offered = VERDICTS.filter((possible) => canBeGiven(possible, output));
  const at = (field: DecisionProblem['field']) => (problem?.field === field ? problem.text : undefined);
  const submit = async () => {
    const found = await decision.record();
    if (found) form.current?.querySelector<HTMLElement>(`[name="${found.field}"]`)?.focus();
  };
  useVerdictKeys(form, offered, decision.setVerdict, () => void submit());
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={i18n.t('panel.queue.decide')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {decision.isOwn ? <Notice live>{i18n.t('panel.gate.ownReview')}</Notice> : null}
      {output.content ? null : <Notice tone="warning">{i18n.t('refusal.no_text')}</Notice>}
      <VerdictChoice offered={offered} chosen={verdict} onChange={decision.setVerdict} problem={at('verdict')} />
      {verdict === 'modify' ? <CorrectedText decision={decision} error={at('correctedText')} /> : null}
      {verdict ? (
        <Field
          label={i18n.t('panel.queue.note')}
          hint={i18n.t(noteHintOf(output))}
          optional={missingFor(verdict, { correctedText: '-' }) !== 'note'}
          error={at('note')}
        >
          {(wiring) => (
            <TextArea
              {...wiring}
              name="note"
              maxLength={LONGEST_COMMENT}
              value={decision.note}
              onChange={(event) => decision.setNote(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {decision.checklist && verdict && SAYS_YES.has(verdict) ? (
        <>
          <ChecklistFields checklist={decision.checklist} missing={decision.missing} />
          <CannotJudge output={output} />
        </>
      ) : null}
      {at('meanwhile') ? (
        <Notice tone="warning" live>
          {at('meanwhile')}
        </Notice>
      ) : null}
      {decision.mayNot ? (
        <Notice tone="warning" live>
          {decision.mayNot}
        </Notice>
      ) : null}
      {decision.signature ? (
        <SignatureLine signature={decision.signature} meaning={decision.checklist?.meaning} />
      ) : null}
      <div className={classes(styles.end, decision.signature && styles.last)}>
        <Button
          type="submit"
          look="primary"
          busy={decision.busy}
          disabled={decision.mayNot !== undefined}
          title={keyName('record')}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {i18n.t(actOf(output, decision))}
        </Button>
        <DraftLine isKept={decision.isKept} isChanged={!decision.isBlank} onDiscard={decision.discard} />
      </div>
    </form>
  );
}

/** Who reads the note. */
function noteHintOf({ blind }: Output) {
  if (!blind) return 'panel.queue.noteHint';
  return blind.until === undefined ? 'panel.second.noteHint' : 'calibration.noteHint';
}

/** What the button does. */
function actOf({ blind }: Output, { signature }: ReturnType<typeof useDecision>) {
  if (blind) return blind.until === undefined ? 'panel.second.give' : 'calibration.give';
  return signature?.signIn === 'old' ? 'panel.gate.signature.act' : 'panel.queue.record';
}

interface CorrectedTextProps {
  decision: ReturnType<typeof useDecision>;
  error: string | undefined;
}

function CorrectedText({ decision, error }: CorrectedTextProps) {
  const { correctedText, original, setTyped } = decision;
  return (
    <>
      <Field label={i18n.t('panel.queue.corrected')} error={error}>
        {(wiring) => (
          <TextEditor
            wiring={wiring}
            label={i18n.t('panel.queue.corrected')}
            name="correctedText"
            rows={8}
            maxLength={LONGEST_OUTPUT}
            value={correctedText}
            onChange={setTyped}
          />
        )}
      </Field>
      {correctedText !== original && original ? (
        <div className={styles.changes}>
          <p className={styles.changesTitle}>{i18n.t('panel.queue.changes')}</p>
          <TextDiff before={original} after={correctedText} />
        </div>
      ) : null}
    </>
  );
}
