import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/Button.tsx';
import {
  type CellPlace,
  type Cells,
  typedInCell,
  withCell,
  withColumn,
  withoutColumn,
  withoutRow,
  withPasted,
  withRow,
} from './editor-parts.ts';
import styles from './TextEditor.module.css';
import { WideBox } from './WideBox.tsx';

interface TableEditorProps {
  /** Of its first cell. */
  id: string | undefined;
  name: string | undefined;
  label: string;
  cells: Cells;
  onChange(cells: Cells): void;
}

/** Edits a table cell by cell; rows that were copied from a sheet are put in as rows. */
export function TableEditor({ id, name, label, cells, onChange }: TableEditorProps) {
  const grid = useRef<HTMLTableElement>(null);
  const [chosen, setChosen] = useState<CellPlace>();
  // Where no cell was chosen yet, rows and columns come and go at the end.
  const row = Math.min(chosen?.row ?? cells.length, cells.length - 1);
  const columns = cells[0]?.length ?? 0;
  const column = Math.min(chosen?.column ?? columns, columns - 1);
  const actions = [
    { words: 'text.addRow', act: () => onChange(withRow(cells, row)) },
    { words: 'text.addColumn', act: () => onChange(withColumn(cells, column)) },
    { words: 'text.removeRow', act: () => onChange(withoutRow(cells, row)), off: cells.length < 2 },
    { words: 'text.removeColumn', act: () => onChange(withoutColumn(cells, column)), off: columns < 2 },
  ] as const;
  return (
    <div className={styles.table}>
      <WideBox as="div" label={label} className={styles.scroller}>
        <table ref={grid}>
          <tbody>
            {cells.map((words, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its place
              <tr key={at}>
                {words.map((cell, place) => (
                  <Cell
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                    key={place}
                    id={at === 0 && place === 0 ? id : undefined}
                    name={at === 0 && place === 0 ? name : undefined}
                    at={{ row: at, column: place }}
                    words={cell}
                    onFocus={setChosen}
                    onType={(typed) => onChange(withCell(cells, { row: at, column: place }, typed))}
                    onPaste={(pasted) => onChange(withPasted(cells, { row: at, column: place }, pasted))}
                    onDown={() => focusCell(grid.current, { row: at + 1, column: place })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </WideBox>
      <div className={styles.actions}>
        {actions.map(({ words, act, ...rest }) => (
          <Button key={words} size="small" look="quiet" disabled={'off' in rest && rest.off} onClick={act}>
            {i18n.t(words)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function focusCell(grid: HTMLTableElement | null, { row, column }: CellPlace): void {
  grid?.rows[row]?.cells[column]?.querySelector('textarea')?.focus();
}

interface CellProps {
  id: string | undefined;
  name: string | undefined;
  at: CellPlace;
  words: string;
  onFocus(at: CellPlace): void;
  onType(words: string): void;
  onPaste(pasted: string): void;
  /** Enter goes to the cell below: a cell is one line. */
  onDown(): void;
}

function Cell({ id, name, at, words, onFocus, onType, onPaste, onDown }: CellProps) {
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!pasted.includes('\t')) return;
    event.preventDefault();
    onPaste(pasted);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onDown();
  };
  return (
    <td>
      <textarea
        id={id}
        name={name}
        className={styles.cell}
        dir="auto"
        rows={1}
        aria-label={i18n.t('text.cell', [at.row + 1, at.column + 1])}
        value={words}
        onFocus={() => onFocus(at)}
        onChange={(event) => onType(typedInCell(event.target.value))}
        onPaste={paste}
        onKeyDown={press}
      />
    </td>
  );
}
