/** A receipt: a signed statement that one text was approved in one process. Whoever has the keys checks it, without any connection. */
import * as z from 'zod';
import { LONGEST_NAME, LONGEST_PERSON } from '../limits.ts';
import { isAt } from '../output/address.ts';
import { hashSchema } from '../output/ids.ts';
import { keyIdOf, signedContent } from '../policy/signed/jws.ts';
import type { SigningJwk } from '../policy/signed/signed.ts';
import { inProcessSchema } from './approval.ts';
import { verdictSchema } from './decision.ts';

/** `typ` of the JWS. */
export const RECEIPT_TYPE = 'countersign-receipt+jwt';

/** What it says. Nobody's name is in it, and nothing of what anybody wrote. */
export const receiptSchema = z.lazy(() =>
  z.strictObject({
    /** The collector that says so. */
    iss: z.string().max(LONGEST_PERSON),
    decisionId: z.uuid(),
    /** Hash of the text that was approved: of the output, or of its correction. */
    hash: hashSchema,
    /** The output that the decision was on. */
    output: hashSchema,
    verdict: verdictSchema,
    /** The role of whoever decided, as the collector knew it then. */
    role: z.string().max(LONGEST_NAME),
    processId: inProcessSchema.unwrap().shape.processId,
    policyVersion: inProcessSchema.unwrap().shape.policyVersion,
    /** The points of the checklist that were answered, and those that only warn and were left. */
    answered: inProcessSchema.unwrap().shape.answered,
    left: inProcessSchema.unwrap().shape.left,
    editorial: z.boolean(),
    selfReview: z.boolean(),
    meaning: inProcessSchema.unwrap().shape.meaning,
    /** When the collector took the decision. */
    decidedAt: z.iso.datetime(),
  }),
);
export type Receipt = z.infer<typeof receiptSchema>;

type Checked =
  | { holds: true; receipt: Receipt /** Where a text was given. */; isOfText?: boolean }
  | { holds: false; why: 'no_receipt' | 'unknown_key' | 'not_signed' };

const JWS = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

/** The receipt itself, in what it was handed on with: a line under a text, a link, or the HTML of a text. */
const receiptIn = (given: string): string => JWS.exec(given)?.[0] ?? given.trim();

/** Where a receipt can be looked at: the page of the collector that gave it. The receipt is in the fragment, which no server sees. */
export const receiptLink = (pageAddress: string, jws: string): string => `${pageAddress}#${jws}`;

/**
 * The HTML of a text that says of itself that a person reviewed what AI wrote (W3C CG "AI Content Disclosure"), with its
 * receipt. For texts with a receipt that holds: others assert nothing of the kind.
 */
export const disclosedHtml = (html: string, jws: string): string =>
  `<div ai-disclosure="ai-assisted" data-countersign-receipt="${receiptIn(jws)}">${html}</div>`;

/** Whether what was given holds a receipt that is signed by one of these keys, and whether it is of this text. */
export async function checkReceipt(given: string, keys: readonly SigningJwk[], text?: string): Promise<Checked> {
  const jws = receiptIn(given);
  const kid = keyIdOf(jws, RECEIPT_TYPE);
  if (kid === undefined) return { holds: false, why: 'no_receipt' };
  const key = keys.find((one) => one.kid === kid);
  if (!key) return { holds: false, why: 'unknown_key' };
  const receipt = receiptSchema.safeParse(await signedContent(jws, key, RECEIPT_TYPE)).data;
  if (!receipt) return { holds: false, why: 'not_signed' };
  return { holds: true, receipt, ...(text === undefined ? {} : { isOfText: isAt(receipt.hash, { text }) }) };
}
