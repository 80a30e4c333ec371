import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import type { FieldWiring } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { type EditorPart, editorPartsOf, textOfParts } from './editor-parts.ts';
import { TableEditor } from './TableEditor.tsx';
import styles from './TextEditor.module.css';

interface TextEditorProps {
  /** Of the field that it stands in. */
  wiring: FieldWiring;
  /** What the field is called, for who does not see the parts beside each other. */
  label: string;
  name?: string;
  rows: number;
  maxLength: number;
  value: string;
  onChange(value: string): void;
}

/** Edits a text: words as words, tables cell by cell, code as code; or all of it as one text. */
export function TextEditor({ wiring, label, name, rows, maxLength, value, onChange }: TextEditorProps) {
  const { parts, isPlain, write, box } = useParts(value, maxLength, onChange);
  const [asText, setAsText] = useState(false);
  const isWhole = isPlain || asText;
  return (
    <>
      {isWhole ? (
        <TextArea
          {...wiring}
          name={name}
          rows={rows}
          maxLength={maxLength}
          value={value}
          onChange={(event) => write([{ kind: 'words', text: event.target.value }], !asText && bringsTable(event))}
        />
      ) : (
        <fieldset ref={box} className={styles.parts} aria-label={label} aria-describedby={wiring['aria-describedby']}>
          {parts.map((part, at) => (
            <Part
              // biome-ignore lint/suspicious/noArrayIndexKey: a part is known by its place in the text
              key={at}
              wiring={at === 0 ? wiring : undefined}
              name={at === 0 ? name : undefined}
              label={i18n.t('text.part', [label, at + 1])}
              part={part}
              onChange={(changed, again) => write(parts.with(at, changed), again)}
            />
          ))}
        </fieldset>
      )}
      {asText || !isPlain ? (
        <div>
          <Button size="small" look="quiet" onClick={() => setAsText(!asText)}>
            {i18n.t(asText ? 'text.asParts' : 'text.asText')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** Whether rows of a table were pasted: what is only typed stays in its field. */
const bringsTable = ({ nativeEvent, target }: ChangeEvent<HTMLTextAreaElement>): boolean =>
  (nativeEvent as InputEvent).inputType === 'insertFromPaste' && target.value.includes('\t');

/**
 * The parts of a text while it is edited. They stay as they are while somebody types: a table that is emptied is still a table,
 * until the text is changed from outside.
 */
function useParts(value: string, maxLength: number, onChange: (value: string) => void) {
  const [held, setHeld] = useState(() => ({ parts: editorPartsOf(value), text: value, anew: 0 }));
  const box = useRef<HTMLFieldSetElement>(null);
  const parts = held.text === value ? held.parts : editorPartsOf(value);
  const { anew } = held;
  // The field into which a table was pasted is not there any more.
  useEffect(() => {
    if (anew > 0) box.current?.querySelector('textarea')?.focus();
  }, [anew]);
  return {
    parts,
    box,
    isPlain: parts.every(({ kind }) => kind === 'words'),
    /** `again`: looks for tables in what is written. */
    write: (changed: EditorPart[], again = false) => {
      const text = textOfParts(changed);
      // As a field that is full takes no more.
      if (text.length > maxLength && text.length > value.length) return;
      setHeld({ parts: again ? editorPartsOf(text) : changed, text, anew: again ? anew + 1 : anew });
      onChange(text);
    },
  };
}

interface PartProps {
  /** Of the first part: the field's label leads to it. */
  wiring: FieldWiring | undefined;
  name: string | undefined;
  label: string;
  part: EditorPart;
  onChange(part: EditorPart, again?: boolean): void;
}

function Part({ wiring, name, label, part, onChange }: PartProps) {
  if (part.kind === 'table')
    return (
      <TableEditor
        id={wiring?.id}
        name={name}
        label={label}
        cells={part.cells}
        onChange={(cells) => onChange({ ...part, cells })}
      />
    );
  return (
    <div className={part.kind === 'code' ? styles.code : undefined} dir={part.kind === 'code' ? 'ltr' : undefined}>
      <TextArea
        {...(wiring ?? { 'aria-label': label })}
        name={name}
        rows={Math.min(Math.max(part.text.split('\n').length, 2), 8)}
        wrap={part.kind === 'code' ? 'off' : undefined}
        value={part.text}
        onChange={(event) => onChange({ ...part, text: event.target.value }, bringsTable(event))}
      />
    </div>
  );
}
