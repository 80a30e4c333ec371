/** How far reviewers agree: the plain share, and what is left of it beyond chance. */

/** Cohen's kappa (1960) from a table of two reviewers: rows the one's, columns the other's. `weight`: how far apart counts. */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weight: 'none' | 'linear' | 'squared' = 'none',
): number {
  const size = table.length;
  const total = table.flat().reduce((sum, count) => sum + count, 0);
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = rows.map((_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const apart = (a: number, b: number): number => {
    if (weight === 'none') return a === b ? 0 : 1;
    const distance = Math.abs(a - b) / (size - 1);
    return weight === 'linear' ? distance : distance * distance;
  };
  let [seen, byChance] = [0, 0];
  for (let a = 0; a < size; a++)
    for (let b = 0; b < size; b++) {
      seen += (apart(a, b) * (table[a]?.[b] ?? 0)) / total;
      byChance += (apart(a, b) * (rows[a] ?? 0) * (columns[b] ?? 0)) / (total * total);
    }
  return byChance === 0 ? 1 : 1 - seen / byChance;
}

/** Fleiss's kappa (1971) from a table: rows texts, columns how many reviewers chose each answer. */
export function fleissKappa(table: readonly (readonly number[])[]): number {
  const reviewers = (table[0] ?? []).reduce((sum, count) => sum + count, 0);
  const answers = table[0]?.length ?? 0;
  const share = Array.from(
    { length: answers },
    (_, column) => table.reduce((sum, row) => sum + (row[column] ?? 0), 0) / (table.length * reviewers),
  );
  const agreed = table.map(
    (row) => (row.reduce((sum, count) => sum + count * count, 0) - reviewers) / (reviewers * (reviewers - 1)),
  );
  const seen = agreed.reduce((sum, value) => sum + value, 0) / table.length;
  const byChance = share.reduce((sum, value) => sum + value * value, 0);
  return byChance === 1 ? 1 : (seen - byChance) / (1 - byChance);
}

type Level = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** Krippendorff's alpha (2011): any number of reviewers, some of whom did not answer. Rows are reviewers, columns texts. */
export function krippendorffAlpha(answers: readonly (readonly (number | undefined)[])[], level: Level): number {
  const texts = answers[0]?.length ?? 0;
  const units = Array.from({ length: texts }, (_, text) => answers.flatMap((row) => row[text] ?? [])).filter(
    (values) => values.length > 1,
  );
  const values = [...new Set(units.flat())].sort((a, b) => a - b);
  const counts = values.map((value) => units.flat().filter((one) => one === value).length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const apart = (a: number, b: number) => distance(a, b, values, counts, level);
  const at = (value: number) => values.indexOf(value);
  const seen = sumOf(
    units.map((unit) => sumOf(unit.flatMap((a) => unit.map((b) => apart(at(a), at(b))))) / (unit.length - 1)),
  );
  const byChance = sumOf(counts.flatMap((a, x) => counts.map((b, y) => a * b * apart(x, y))));
  return byChance === 0 ? 1 : 1 - ((total - 1) * seen) / byChance;
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** How far two answers are apart, squared, at each level of measurement. */
function distance(a: number, b: number, values: readonly number[], counts: readonly number[], level: Level): number {
  if (a === b) return 0;
  const [x, y] = [values[a] ?? 0, values[b] ?? 0];
  if (level === 'nominal') return 1;
  if (level === 'interval') return (x - y) ** 2;
  if (level === 'ratio') return ((x - y) / (x + y)) ** 2;
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  const between = counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
  return (between - ((counts[low] ?? 0) + (counts[high] ?? 0)) / 2) ** 2;
}
