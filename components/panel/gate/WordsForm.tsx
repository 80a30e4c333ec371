import { type ReactNode, useState } from 'react';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { DraftLine } from '../DraftLine.tsx';
import styles from '../queue/Queue.module.css';
import { useFormDraft, useKeeping } from '../useFormDraft.ts';

interface WordsFieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  optional?: boolean;
  words: string;
  onWords(words: string): void;
}

/** A field for a reason, a question or an answer: a few lines that others read. */
export const WordsField = ({ label, hint, error, optional = false, words, onWords }: WordsFieldProps) => (
  <Field label={label} hint={hint} error={error} optional={optional}>
    {(wiring) => (
      <TextArea
        {...wiring}
        rows={2}
        maxLength={LONGEST_COMMENT}
        value={words}
        onChange={({ target }) => onWords(target.value)}
      />
    )}
  </Field>
);

interface WordsFormProps {
  /** Under which key what is typed is kept until it is done, see `formKey`. */
  draft: string;
  /** Of the field. */
  label: string;
  hint?: string;
  /** What the button says. */
  act: string;
  busy: boolean;
  /** Whether it was done: then the field is empty again. */
  onWords(words: string): Promise<boolean>;
  /** Between the field and the button. */
  children?: ReactNode;
}

/** A field to write in, and the one thing that is done with the words; nothing is done without any. */
export function WordsForm({ draft, label, hint, act, busy, onWords, children }: WordsFormProps) {
  const before = useFormDraft<{ words: string }>(draft);
  const [typed, setTyped] = useState<string>();
  const words = typed ?? before?.words ?? '';
  const { isKept, clear } = useKeeping(draft, { words }, words === '');
  const submit = async () => {
    if (!(await onWords(words.trim()))) return;
    clear();
    setTyped('');
  };
  return (
    <div className={styles.stack}>
      <WordsField label={label} hint={hint} words={words} onWords={setTyped} />
      {children}
      <Button size="small" busy={busy} disabled={!words.trim()} onClick={() => void submit()}>
        {act}
      </Button>
      {words === '' ? null : <DraftLine isKept={isKept} isChanged onDiscard={() => setTyped('')} />}
    </div>
  );
}
