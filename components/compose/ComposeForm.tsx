import { Lock } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ComposeTask } from '../../lib/messages/replies.ts';
import { send } from '../../lib/messages/send.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { WordDiff } from '../ui/WordDiff.tsx';
import { refusalText } from '../words/refusal.ts';
import styles from './Compose.module.css';

/** Most characters of a comment; the background and the collector hold to the same. */
const MOST_COMMENT = 5_000;
const MOST_CORRECTION = 500_000;

/** A comment or a correction, with what the correction changes. */
export function ComposeForm({ token, task }: { token: string; task: ComposeTask }) {
  const [text, setText] = useState(task.text);
  const { busy, failure, save, cancel } = useEnding(token);
  const { asked, onKeyDown } = useEscape(text !== task.text, cancel);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => area.current?.querySelector('textarea')?.focus(), []);
  const isCorrection = task.field === 'correction';
  return (
    <main className={styles.frame} onKeyDown={onKeyDown}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save(text);
        }}
      >
        <div ref={area}>
          <Field label={i18n.t(isCorrection ? 'compose.correction' : 'compose.comment')}>
            {(wiring) => (
              <TextArea
                {...wiring}
                rows={isCorrection ? 8 : 4}
                maxLength={isCorrection ? MOST_CORRECTION : MOST_COMMENT}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </div>
        {isCorrection ? <Changes before={task.outputText} after={text} /> : null}
        {failure ? (
          <p className={styles.problem} role="alert">
            {failure}
          </p>
        ) : null}
        <p className={styles.note} role="status">
          {asked ? (
            i18n.t('compose.leave')
          ) : (
            <>
              <Lock size={12} aria-hidden /> {i18n.t('compose.private')}
            </>
          )}
        </p>
        <div className={styles.buttons}>
          <Button type="submit" look="primary" busy={busy}>
            {i18n.t('compose.save')}
          </Button>
          <Button onClick={cancel}>{i18n.t('common.cancel')}</Button>
        </div>
      </form>
    </main>
  );
}

function Changes({ before, after }: { before: string; after: string }) {
  return (
    <section className={styles.changes} aria-label={i18n.t('compose.changes')}>
      <h2 className={styles.subtitle}>{i18n.t('compose.changes')}</h2>
      {before === after ? (
        <p className={styles.note}>{i18n.t('compose.noChanges')}</p>
      ) : (
        <WordDiff before={before} after={after} />
      )}
    </section>
  );
}

/** Saving and leaving; the background tells the card, which takes the frame away. */
function useEnding(token: string) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const end = (ending: Promise<null>) => {
    setBusy(true);
    ending.catch((error: unknown) => setFailure(refusalText(error))).finally(() => setBusy(false));
  };
  return {
    busy,
    failure,
    save: (text: string) => end(send('compose.save', { token, text })),
    cancel: () => end(send('compose.cancel', { token })),
  };
}

/** Escape closes; with something typed, the second one does. */
function useEscape(isChanged: boolean, cancel: () => void) {
  const [asked, setAsked] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return setAsked(false);
    event.preventDefault();
    if (isChanged && !asked) setAsked(true);
    else cancel();
  };
  return { asked, onKeyDown };
}
