import { i18n } from '#i18n';
import { LONGEST_PASSAGE_NOTE } from '../../../lib/domain/limits.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';

/** As much of a passage as makes it known again. */
const QUOTED = 60;

interface PassageNotesProps {
  report: Report;
  notes: readonly string[];
  onChange(notes: string[]): void;
}

/** What is noted on each passage of a report. */
export const PassageNotes = ({ report, notes, onChange }: PassageNotesProps) =>
  report.content?.passages.map(({ selectors: [quote, position] }, at) => (
    <Field
      key={`${position.start}-${position.end}`}
      label={i18n.t('compose.note', [shorten(quote.exact, QUOTED)])}
      optional
    >
      {(wiring) => (
        <TextArea
          {...wiring}
          rows={2}
          maxLength={LONGEST_PASSAGE_NOTE}
          value={notes[at] ?? ''}
          onChange={(event) => onChange(notes.map((note, other) => (other === at ? event.target.value : note)))}
        />
      )}
    </Field>
  ));
