/** What a report points at is marked where it stands: in its cell, and on both sides of an edge between cells. */
import { expect, test } from 'vitest';
import { segmentsOf } from '../../../components/dossier/text/passages.ts';
import { passageOf } from '../../../lib/domain/anchoring/describe.ts';
import { blocksOf } from '../../../lib/domain/output/structure/blocks.ts';
import { cutToSpan } from '../../../lib/domain/output/structure/cut.ts';
import { normaliseText } from '../../../lib/domain/output/text.ts';

const TEXT = 'Prices:\n\tQ1\tQ2\nNorth 👩‍💻\t1\t2\nSouth\t\t300 €\nAs of May.\ndef f():\n    return 300';

/** The marked words of each cell, and of each block that is no table. */
function markedIn(words: string): string[] {
  const folded = normaliseText(TEXT);
  const exact = normaliseText(words);
  const at = folded.indexOf(exact);
  const passage = passageOf(folded, at, at + exact.length);
  const segments = segmentsOf(TEXT, [{ number: 1, passage }]).filter(({ numbers }) => numbers.length > 0);
  const spans = blocksOf(TEXT).flatMap((block) =>
    block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells) : [block],
  );
  return spans.flatMap((span) => cutToSpan(segments, span).map(({ from, to }) => TEXT.slice(from, to)));
}

test.each([
  ['300 €', ['300 €']],
  ['North 👩‍💻', ['North 👩‍💻']],
  ['1 2 South 300', ['1', '2', 'South', '300']],
  ['Q2 North', ['Q2', 'North']],
  ['Prices: Q1', ['Prices:', 'Q1']],
  ['return 300', ['return 300']],
  ['€ As of May. def', ['€', 'As of May.', 'def']],
])('%s', (words, cells) => expect(markedIn(words)).toEqual(cells));
