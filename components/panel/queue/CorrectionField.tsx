import { i18n } from '#i18n';
import { LONGEST_OUTPUT } from '../../../lib/domain/limits.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { WordDiff } from '../../ui/WordDiff.tsx';
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
          <TextArea
            {...wiring}
            rows={value ? 6 : 3}
            maxLength={LONGEST_OUTPUT}
            value={value}
            onChange={(event) => onChange(event.target.value)}
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
          <WordDiff before={outputText} after={value} />
        </div>
      ) : null}
    </div>
  );
}
