import { i18n } from '#i18n';
import { LONGEST_OUTPUT } from '../../../lib/domain/limits.ts';
import { TextDiff } from '../../text/TextDiff.tsx';
import { TextEditor } from '../../text/TextEditor.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import styles from '../mine/MyReports.module.css';

interface CorrectionFieldProps {
  /** What is corrected; undefined where it was erased. */
  outputText: string | undefined;
  value: string;
  onChange(value: string): void;
}

/** How the text should read, and what that changes. */
export function CorrectionField({ outputText, value, onChange }: CorrectionFieldProps) {
  return (
    <div className={styles.part}>
      <Field label={i18n.t('common.correction')} hint={i18n.t('panel.mine.correctionHint')} optional>
        {(wiring) => (
          <TextEditor
            wiring={wiring}
            label={i18n.t('common.correction')}
            rows={value ? 6 : 3}
            maxLength={LONGEST_OUTPUT}
            value={value}
            onChange={onChange}
          />
        )}
      </Field>
      {outputText && !value ? (
        <Button size="small" onClick={() => onChange(outputText)}>
          {i18n.t('panel.mine.startFromText')}
        </Button>
      ) : null}
      {outputText && value && value !== outputText ? (
        <div>
          <p className={styles.partTitle}>{i18n.t('panel.mine.changes')}</p>
          <TextDiff before={outputText} after={value} />
        </div>
      ) : null}
    </div>
  );
}
