import { useLiveQuery } from 'dexie-react-hooks';
import { useDeferredValue, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { isMarkedDuplicate } from '../../../lib/domain/decision/handling.ts';
import { LONGEST_SENTENCE } from '../../../lib/domain/limits.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import { rowsInLine } from '../../../lib/store/ask/line.ts';
import { nearlySame } from '../../../lib/store/ask/queries.ts';
import { foundAside } from '../../aside/thread.ts';
import { StatusMark } from '../../dossier/marks/StatusMark.tsx';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import styles from './handling.module.css';
import type { useHandled } from './useHandled.ts';

const FIRST_WORDS = 140;
const SHOWN = 8;

interface DuplicateFormProps {
  handling: ReturnType<typeof useHandled>;
  output: Output;
  onClose(): void;
}

/** Of which other output an item is a duplicate: those nearly the same, or those with the words that are looked for. */
export function DuplicateForm({ handling, output, onClose }: DuplicateFormProps) {
  const [words, setWords] = useState('');
  const [of, setOf] = useState<string>();
  const others = useOthers(output, useDeferredValue(words.trim()));
  const mark = async () => {
    if (of && (await handling.markDuplicate(of))) onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void mark();
      }}
    >
      <p>{i18n.t('panel.handling.duplicateLead')}</p>
      <Field label={i18n.t('panel.handling.find')}>
        {(wiring) => (
          <TextInput
            {...wiring}
            type="search"
            maxLength={LONGEST_SENTENCE}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
      </Field>
      {others?.length === 0 ? (
        <p role="status">{i18n.t(words.trim() ? 'panel.handling.noneFound' : 'panel.handling.noneLike')}</p>
      ) : null}
      <div className={styles.choices} role="radiogroup" aria-label={i18n.t('panel.handling.others')}>
        {(others ?? []).map((other) => (
          <label key={other.hash} className={styles.choice}>
            <input
              type="radio"
              name="of"
              value={other.hash}
              checked={of === other.hash}
              onChange={() => setOf(other.hash)}
            />
            <span className={styles.about}>
              <span dir="auto">{shorten(other.content?.text.trim() ?? i18n.t('panel.queue.erased'), FIRST_WORDS)}</span>
              <StatusMark status={other.status} />
            </span>
          </label>
        ))}
      </div>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{i18n.t('common.cancel')}</Button>
        <Button type="submit" look="primary" busy={handling.busy} disabled={!others?.some(({ hash }) => hash === of)}>
          {i18n.t('panel.handling.duplicateAct')}
        </Button>
      </div>
    </form>
  );
}

/** What it could be a duplicate of; undefined until that is looked up. */
function useOthers(output: Output, words: string): Output[] | undefined {
  const [found, setFound] = useState<{ words: string; hashes: string[] }>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    if (words) void foundAside(words).then((hashes) => setFound({ words, hashes }), setFailure);
  }, [words]);
  // Said where all that breaks in the panel is said, with a way to go on.
  if (failure) throw failure;
  const hashes = found?.words === words ? found.hashes : undefined;
  return useLiveQuery(async () => {
    if (words && !hashes) return undefined;
    const rows = words ? await rowsInLine(hashes ?? []) : (await nearlySame(output)).map((near) => near.output);
    return rows.filter((row) => row.hash !== output.hash && !isMarkedDuplicate(row)).slice(0, SHOWN);
  }, [words, hashes, output.hash]);
}
