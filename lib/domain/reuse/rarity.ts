/** How much a fingerprint tells, by how many outputs hold it. */
import { stockShingles } from './stock.ts';

/** A fingerprint that so many outputs hold is a stock phrase: no more of them are counted. */
export const STOCK = 1_023;
/** Of so few outputs it cannot be said what is rare. */
const FEWEST = 8;

/**
 * From 1 (one output holds it) to 0 (stock phrase), by the logarithm of the number of outputs as with inverse document
 * frequency (Spärck Jones 1972). `holders`: outputs with the fingerprint; `outputs`: all that there are.
 */
function rarityOf(holders: number, outputs: number): number {
  if (holders >= STOCK) return 0;
  return Math.max(0, 1 - Math.log(Math.max(1, holders)) / Math.log(Math.max(outputs, FEWEST)));
}

/** The same of any shingle that was looked up, and of stock phrases; undefined where nobody knows. */
export function rarities(
  holders: ReadonlyMap<number, number>,
  outputs: number,
): (shingle: number) => number | undefined {
  const stock = stockShingles();
  return (shingle) => {
    if (stock.has(shingle)) return 0;
    const count = holders.get(shingle);
    return count === undefined ? undefined : rarityOf(count, outputs);
  };
}
