import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { i18n } from '#i18n';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import { formKey } from '../../../lib/store/desk.ts';
import type { ReportRow } from '../../../lib/store/rows/output.ts';
import { PassageNotes } from '../../dossier/text/PassageNotes.tsx';
import { useSend } from '../../sending/useSend.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DraftLine } from '../DraftLine.tsx';
import { CorrectionField } from '../queue/CorrectionField.tsx';
import { useFormDraft, useKeeping } from '../useFormDraft.ts';
import styles from './MyReports.module.css';
import { ReportCategories, ReportSeverity } from './ReportChoices.tsx';

/** What can be changed of a report. */
interface Draft {
  categories: ReportRow['categories'];
  severity: ReportRow['severity'];
  comment: string;
  correction: string;
  notes: string[];
}

const draftOf = ({ categories, severity, content }: ReportRow): Draft => ({
  categories,
  severity,
  comment: content?.comment ?? '',
  correction: content?.correction ?? '',
  notes: content?.passages.map(({ note }) => note ?? '') ?? [],
});

interface EditReportProps {
  report: ReportRow;
  /** Told which report was changed. */
  onSaved(reportId: string): void;
  onClose(): void;
}

/** Changes an own report, going on with what was filled in before. */
export function EditReport(props: EditReportProps) {
  const before = useFormDraft<Draft>(formKey('report', props.report.reportId));
  return before === undefined ? null : <EditForm {...props} before={before} />;
}

/** Only what was changed is sent. */
function EditForm({ report, before, onSaved, onClose }: EditReportProps & { before: Draft | null }) {
  const output = useLiveQuery(() => outputByHash(report.hash), [report.hash]);
  const saved = draftOf(report);
  const [draft, setDraft] = useState<Draft>({ ...saved, ...before });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved);
  const { isKept, settle } = useKeeping(formKey('report', report.reportId), draft, !isChanged);
  const { save, busy } = useSave(report, draft, (wasChanged) => {
    settle();
    if (wasChanged) onSaved(report.reportId);
    onClose();
  });
  const put = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  return (
    <Dialog open onClose={onClose} title={i18n.t('panel.mine.edit')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {report.state === 'decided' ? <Notice tone="warning">{i18n.t('panel.mine.reopens')}</Notice> : null}
        <ReportCategories chosen={draft.categories} onChange={(categories) => put({ categories })} />
        <ReportSeverity chosen={draft.severity} onChange={(severity) => put({ severity })} />
        <Field label={i18n.t('common.comment')} hint={i18n.t('panel.mine.commentHint')} optional>
          {(wiring) => (
            <TextArea
              {...wiring}
              maxLength={LONGEST_COMMENT}
              value={draft.comment}
              onChange={(event) => put({ comment: event.target.value })}
            />
          )}
        </Field>
        <PassageNotes report={report} notes={draft.notes} onChange={(notes) => put({ notes })} />
        <CorrectionField
          outputText={output?.content?.text}
          value={draft.correction}
          onChange={(correction) => put({ correction })}
        />
        <DraftLine isKept={isKept} isChanged={isChanged} onDiscard={() => setDraft(saved)} />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{i18n.t('common.close')}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {i18n.t('common.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function useSave(report: ReportRow, draft: Draft, onSaved: (isChanged: boolean) => void) {
  const { carryOut, busy } = useSend();
  const announce = useAnnounce();
  const save = async () => {
    if (draft.categories.length === 0) return;
    const { reportId } = report;
    const { categories, severity } = draft;
    const before = draftOf(report);
    const amended = severity !== before.severity || categories.join() !== before.categories.join();
    if (amended && !(await carryOut('report.amend', { reportId, categories, severity }))) return;
    const written = writingOf(before, draft);
    if (written && !(await carryOut('report.write', { reportId, ...written }))) return;
    if (amended || written) announce(i18n.t('panel.mine.saved'));
    onSaved(amended || written !== undefined);
  };
  return { save, busy };
}

/** What was typed anew: an empty text takes away what stood there. */
function writingOf(before: Draft, draft: Draft): Omit<MessageBody<'report.write'>, 'reportId'> | undefined {
  const comment = draft.comment === before.comment ? {} : { comment: draft.comment };
  const correction = draft.correction === before.correction ? {} : { correction: draft.correction };
  const notes = draft.notes.join('\n') === before.notes.join('\n') ? {} : { notes: draft.notes };
  const written = { ...comment, ...correction, ...notes };
  return Object.keys(written).length > 0 ? written : undefined;
}
