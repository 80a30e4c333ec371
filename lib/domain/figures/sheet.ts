/** Figures as files: a sheet with one number a line, and the whole as JSON. */
import type { Dimension } from './counted.ts';
import type { Figure } from './figure.ts';
import { FEWEST_PEOPLE } from './groups.ts';
import type { Range } from './months.ts';
import type { Scope, View } from './view.ts';

/** A metric with its words and what it showed. */
export interface Shown {
  id: string;
  name: string;
  definition: string;
  view: View;
}

/** What a file says of itself. */
export interface SheetHead {
  note: string;
  madeAt: string;
  scope: Scope;
  range: Range;
  split?: Dimension | undefined;
  /** What is said in the place of a value: that it is not known, that it was merged. */
  valueName(value: string): string;
}

const HOUR_MS = 3_600_000;

/** The numbers of a figure, each with its name. What is missing is missing: no nought is made of it. */
export function numbersOf(figure: Figure): [name: string, value: number][] {
  const numbers: [string, number | undefined][] = [['n', figure.n]];
  if (figure.kind === 'share')
    numbers.push(
      ['count', figure.count],
      ['rate', figure.rate],
      ['low', figure.interval?.[0]],
      ['high', figure.interval?.[1]],
    );
  if (figure.kind === 'counts') for (const { name, count } of figure.parts) numbers.push([`count:${name}`, count]);
  if (figure.kind === 'agreement') numbers.push(['raw', figure.raw], ['kappa', figure.kappa], ['alpha', figure.alpha]);
  if (figure.kind === 'time') {
    const hours = (ms: number | undefined) => (ms === undefined ? undefined : ms / HOUR_MS);
    numbers.push(['open', figure.open], ['median_hours', hours(figure.median)], ['p90_hours', hours(figure.p90)]);
    numbers.push(['low_hours', hours(figure.interval?.[0])], ['high_hours', hours(figure.interval?.[1])]);
  }
  return numbers.filter((pair): pair is [string, number] => pair[1] !== undefined);
}

/** All of it, one number a line: metric, of what, which part, what the number is, the number. */
export function sheetOf(shown: readonly Shown[], head: SheetHead): string {
  const lines: (string | number)[][] = [['metric', 'name', 'of', 'value', 'what', 'number']];
  for (const { id, name, view } of shown) {
    const put = (of: string, value: string, figure: Figure) => {
      for (const [what, number] of numbersOf(figure)) lines.push([id, name, of, value, what, number]);
    };
    put('range', head.range, view.figure);
    put('before', head.range, view.before);
    for (const { value, figure } of view.cells) put(head.split ?? '', head.valueName(value), figure);
    for (const { month, figure } of view.months) if (figure) put('month', month, figure);
  }
  return `${[[head.note], ...lines].map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/**
 * A cell that no spreadsheet takes for a formula (OWASP: CSV injection): what a page called its model stands in it. A mark
 * before it, also where white space comes first, since programs drop that.
 */
export function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[\s\p{Cc}\p{Cf}]*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]|^\p{Cc}/u.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The same as JSON, with what each metric counts. */
export function figuresJson(shown: readonly Shown[], { valueName, ...head }: SheetHead): string {
  const metrics = shown.map(({ view, ...metric }) => ({
    ...metric,
    range: view.figure,
    before: view.before,
    cells: view.cells.map(({ value, figure }) => ({ value: valueName(value), figure })),
    months: view.months,
    leftOut: view.leftOut,
  }));
  return `${JSON.stringify({ ...head, fewestPeople: head.scope === 'team' ? FEWEST_PEOPLE : 1, metrics }, undefined, 2)}\n`;
}
