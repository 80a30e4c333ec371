/** What stands beside a text's status wherever the text is shown: that it goes without an approval, or by one of its own author's. Zod-free. */
import type { Output } from './output.ts';
import { passOf } from './process-record.ts';

/** The gravest first. */
export const TEXT_MARKS = ['bypass', 'override', 'exception', 'selfReview'] as const;
export type TextMark = (typeof TEXT_MARKS)[number];

type Marked = Pick<Output, 'decisions' | 'inProcess'>;

/** The marks of a text at a time, the gravest first. What passed without an approval never looks approved. */
export function marksOf(output: Marked, now: string): TextMark[] {
  const pass = output.inProcess && passOf(output.inProcess, now);
  return [...(pass ? [pass] : []), ...(isSelfReviewed(output) ? (['selfReview'] as const) : [])];
}

/** After every time there is: a colleague's leave has ended by then. */
const IN_THE_END = '9999-12-31T23:59:59.999Z';

/** The gravest mark that stays until somebody acts: what a page may go on showing without asking again. */
export const lastingMark = (output: Marked): TextMark | undefined => marksOf(output, IN_THE_END)[0];

/** Whether what holds of a text was decided by whoever brought it up, after the time that the policy sets. */
const isSelfReviewed = ({ decisions }: Marked): boolean =>
  decisions.findLast(({ verdict }) => verdict !== 'escalate')?.inProcess?.selfReview === true;
