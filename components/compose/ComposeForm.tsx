import { Lock } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { isPraise } from '../../lib/domain/codes.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT, LONGEST_PASSAGE_NOTE } from '../../lib/domain/limits.ts';
import { shorten } from '../../lib/domain/output/text.ts';
import type { ComposeTask } from '../../lib/messages/to-background/compose.ts';
import { CategoryCard } from '../learning/CategoryCard.tsx';
import { TextDiff } from '../text/TextDiff.tsx';
import { TextEditor } from '../text/TextEditor.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Scrolling } from '../ui/Scrolling.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './Compose.module.css';
import { ComposePreview } from './ComposePreview.tsx';
import type { TypedDraft } from './useDraft.ts';
import { useDraft } from './useDraft.ts';
import { useEnding } from './useEnding.ts';
import { useKeyboard } from './useKeyboard.ts';

/** Most characters of each; the background and the collector hold to the same. */
/** As much of a passage as makes it known again. */
const QUOTED = 60;
const STOPS = 'textarea, button:not([disabled]), summary, a[href], [tabindex="0"]';

/** A comment with a note on each passage, or a correction with what it changes. */
export function ComposeForm({ token, task }: { token: string; task: ComposeTask }) {
  const saved: TypedDraft = { text: task.text, notes: task.passages.map(({ note }) => note) };
  const [typed, setTyped] = useState<TypedDraft>(task.draft ?? saved);
  const { kept, changed, keep, settle } = useDraft(token, typed, saved);
  const { busy, failure, save, close } = useEnding(token, settle);
  const leave = () =>
    void keep().then(
      () => close(false),
      () => close(false),
    );
  const area = useRef<HTMLFormElement>(null);
  useEffect(() => area.current?.querySelector('textarea')?.focus(), []);
  return (
    <main className={styles.frame} onKeyDown={(event) => onKey(event, leave)}>
      <form
        ref={area}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save(typed);
        }}
      >
        <Fields task={task} typed={typed} onChange={setTyped} />
        {failure ? (
          <p className={styles.problem} role="alert">
            {failure}
          </p>
        ) : null}
        <Standing token={token} kept={kept} restored={task.draft?.text === typed.text} />
        <div className={styles.buttons}>
          <Button
            type="submit"
            look="primary"
            busy={busy}
            title={i18n.t('compose.saveKeys')}
            aria-keyshortcuts="Control+Enter Meta+Enter"
          >
            {i18n.t('compose.save')}
          </Button>
          <Button onClick={leave}>{i18n.t('common.close')}</Button>
          {changed ? <Button onClick={() => close(true)}>{i18n.t('compose.discard')}</Button> : null}
        </div>
        {task.categories[0] ? <CategoryCard category={task.categories[0]} /> : null}
        <ComposePreview token={token} typed={typed} />
      </form>
    </main>
  );
}

interface FieldsProps {
  task: ComposeTask;
  typed: TypedDraft;
  onChange(typed: TypedDraft): void;
}

function Fields({ task, typed, onChange }: FieldsProps) {
  const isCorrection = task.field === 'correction';
  const label = isCorrection ? 'compose.correction' : isPraise(task.categories) ? 'compose.praise' : 'compose.comment';
  const passages = isCorrection ? [] : task.passages;
  return (
    <>
      <Field label={i18n.t(label)}>
        {(wiring) =>
          isCorrection ? (
            <TextEditor
              wiring={wiring}
              label={i18n.t(label)}
              rows={8}
              maxLength={LONGEST_OUTPUT}
              value={typed.text}
              onChange={(text) => onChange({ ...typed, text })}
            />
          ) : (
            <TextArea
              {...wiring}
              rows={4}
              maxLength={LONGEST_COMMENT}
              value={typed.text}
              onChange={(event) => onChange({ ...typed, text: event.target.value })}
            />
          )
        }
      </Field>
      {passages.map(({ exact }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a passage is known by its place in the report
        <Field key={at} label={i18n.t('compose.note', [shorten(exact, QUOTED)])} optional>
          {(wiring) => (
            <TextArea
              {...wiring}
              rows={2}
              maxLength={LONGEST_PASSAGE_NOTE}
              value={typed.notes[at] ?? ''}
              onChange={(event) =>
                onChange({ ...typed, notes: withNote(passages.length, typed, at, event.target.value) })
              }
            />
          )}
        </Field>
      ))}
      {isCorrection ? <Changes before={task.outputText} after={typed.text} /> : null}
    </>
  );
}

const withNote = (length: number, { notes }: TypedDraft, at: number, note: string): string[] =>
  Array.from({ length }, (_, other) => (other === at ? note : (notes[other] ?? '')));

function Changes({ before, after }: { before: string; after: string }) {
  return (
    <Scrolling className={styles.changes} label={i18n.t('compose.changes')}>
      <h2 className={styles.subtitle}>{i18n.t('compose.changes')}</h2>
      {before === after ? (
        <p className={styles.note}>{i18n.t('compose.noChanges')}</p>
      ) : (
        <TextDiff before={before} after={after} />
      )}
    </Scrolling>
  );
}

/** Where the keys go, that nobody overhears them, and that they are kept. */
function Standing({ token, kept, restored }: { token: string; kept: boolean; restored: boolean }) {
  const { away, taken } = useKeyboard(token);
  return (
    <>
      {away ? (
        <p className={styles.away} role="alert" data-away>
          {i18n.t(taken ? 'compose.taken' : 'compose.away')}
        </p>
      ) : null}
      <p className={styles.note}>
        <Lock size={12} aria-hidden /> {i18n.t('compose.private')}
      </p>
      <p className={styles.note} role="status" data-draft={kept ? '' : undefined}>
        {kept ? i18n.t(restored ? 'compose.restored' : 'compose.kept') : ''}
      </p>
    </>
  );
}

/** Escape closes (what is typed stays as a draft); Tab stays in the frame: behind it lies the page. */
function onKey(event: KeyboardEvent<HTMLElement>, leave: () => void): void {
  if (event.key === 'Escape') {
    event.preventDefault();
    leave();
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.currentTarget.querySelector('form')?.requestSubmit();
  }
  if (event.key === 'Tab') cycle(event);
}

/** Takes Tab from the last stop to the first, and back. */
export function cycle(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>(STOPS)].filter((stop) => stop.checkVisibility());
  const [first, last] = [stops[0], stops.at(-1)];
  if (document.activeElement !== (event.shiftKey ? first : last)) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
