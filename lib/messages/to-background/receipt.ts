/** Messages to the background about receipts of approvals. */
import * as z from 'zod';
import type { Receipt } from '../../domain/decision/receipt.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import type { EndpointProblem } from '../../sync/problem.ts';
import { declare, replies } from '../declare.ts';

/** A receipt that holds, and is of the text that was approved. */
export interface CheckedReceipt {
  jws: string;
  says: Receipt;
  /** The address at which anybody can check it. */
  link: string;
}

/** `none`: the server has no such approval, or none any more. `false`: what it gave does not hold. */
export type ReceiptAnswer = { receipt: CheckedReceipt } | { problem: EndpointProblem | 'none' | 'false' };

export const receiptMessages = {
  'receipt.ask': declare({
    from: ['panel'],
    does: 'Ask the collector for the receipt of an approval, and check it.',
    body: () => z.strictObject({ hash: hashSchema, decisionId: z.uuid() }),
    reply: replies<ReceiptAnswer>(),
  }),
} as const;
