import type { Figure } from '../../lib/domain/figures/figure.ts';
import { numbersOf } from '../../lib/domain/figures/sheet.ts';
import { WideBox } from '../text/WideBox.tsx';
import { numberText } from '../ui/numbers.ts';
import styles from './figures.module.css';
import { numberName } from './words.ts';

interface NumberTableProps {
  label: string;
  /** What the rows are named by. */
  first: string;
  rows: readonly { name: string; figure: Figure }[];
}

/** The numbers behind a chart. A missing one is empty: no nought is made of it. */
export function NumberTable({ label, first, rows }: NumberTableProps) {
  const numbers = rows.map(({ figure }) => new Map(numbersOf(figure)));
  const columns = [...new Set(numbers.flatMap((row) => [...row.keys()]))];
  return (
    <WideBox as="div" label={label} className={styles.wide}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {numberName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name }, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column) => {
                const number = numbers[at]?.get(column);
                return <td key={column}>{number === undefined ? '' : numberText(number, 2)}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}
