/** The receipt of an approval, asked of the collector when somebody wants it, and believed only once it was checked here. */
import * as z from 'zod';
import { checkReceipt, RECEIPT_TYPE, receiptLink } from '../../domain/decision/receipt.ts';
import { LONGEST_RECEIPT } from '../../domain/limits.ts';
import type { Output } from '../../domain/output/output.ts';
import type { SigningJwk } from '../../domain/policy/signed/signed.ts';
import { keyFor } from '../../domain/policy/signed/trust.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import type { ReceiptAnswer } from '../../messages/to-background/receipt.ts';
import { policyFromCollector } from '../../settings/items.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import type { TargetRow } from '../../store/db.ts';
import { settingsOf } from '../../sync/sign-in/access.ts';
import { targetById } from '../../sync/targets/index.ts';
import { judgeStatus } from '../../sync/wire.ts';
import { askCollector, collectorAddress, worldOf } from '../targets/ask-collector.ts';

const given = z.lazy(() => z.object({ receipt: z.string().max(LONGEST_RECEIPT) }));

export function registerReceipts(): void {
  handle('receipt.ask', receiptOf);
}

/** Checked by the key by which the collector's policy is believed, and against the text that this browser holds. */
async function receiptOf({ hash, decisionId }: MessageBody<'receipt.ask'>): Promise<ReceiptAnswer> {
  const [row, output] = await Promise.all([target(), outputByHash(hash)]);
  const decision = output?.decisions.find((one) => one.decisionId === decisionId);
  if (!row || !output || !decision) throw new Refused('not_found');
  const answer = await askCollector(row, 'GET', `/v1/receipts/${decisionId}`);
  if (answer.kind === 'answer' && answer.status === 404) return { problem: 'none' };
  const outcome = judgeStatus(answer, 'not_a_collector');
  if (outcome.kind === 'rejected') return { problem: 'none' };
  if (outcome.kind !== 'accepted') return { problem: outcome.problem };
  const { data } = given.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  if (!data) return { problem: 'not_a_collector' };
  const key = await keyOf(row, data.receipt);
  const checked = await checkReceipt(data.receipt, key ? [key] : [], textOf(output, decision));
  if (!checked.holds || checked.isOfText === false || checked.receipt.decisionId !== decisionId)
    return { problem: 'false' };
  return {
    receipt: {
      ...{ jws: data.receipt, says: checked.receipt },
      link: receiptLink(collectorAddress(row, '/receipt'), data.receipt),
    },
  };
}

/** The text that was approved, where this browser has it. */
const textOf = (output: Output, { verdict, content }: Output['decisions'][number]): string | undefined =>
  verdict === 'modify' ? content?.correctedText : output.content?.text;

async function keyOf(row: TargetRow, jws: string): Promise<SigningJwk | undefined> {
  const kept = await policyFromCollector.getValue();
  const pinned = kept?.team === row.team ? kept?.key : undefined;
  const listed = async () => {
    const keys = await targetById(row.kind).policies?.(settingsOf(row))?.keys(worldOf(row));
    return Array.isArray(keys) ? keys : [];
  };
  return (await keyFor(jws, pinned, listed, RECEIPT_TYPE))?.key;
}
