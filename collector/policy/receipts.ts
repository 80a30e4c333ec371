/** Receipts of approvals: made from the log when somebody asks, signed by the collector. */
import { CompactSign } from 'jose';
import { RECEIPT_TYPE, type Receipt } from '../../lib/domain/decision/receipt.ts';
import { collectorSource } from '../../lib/domain/events/audit.ts';
import type { FactsOf } from '../../lib/domain/events/event.ts';
import type { Queries } from '../database/database.ts';
import type { SigningKeys } from './keys.ts';

interface Row {
  collectorId: string;
  subject: string;
  facts: FactsOf<'countersign.decision.made.v1'>;
  role: string;
  ms: string;
}

const APPROVING: ReadonlySet<string> = new Set(['approve', 'approve_with_notes', 'modify']);

/** What a receipt of a decision says; undefined where it approved nothing in a process, or was taken back. */
export async function readReceipt(queries: Queries, team: string, decisionId: string): Promise<Receipt | undefined> {
  const [row] = await queries.query<Row>(
    `select d.collector_id::text as "collectorId", e.subject, e.event #> '{data,facts}' as facts, j.role,
        round((extract(epoch from e.recorded_at) * 1000)::numeric)::text as ms
      from judged j join events e on e.team = j.team and e.sequence = j.sequence cross join deployment d
      where j.team = $1 and j.decision_id = $2 and e.event #>> '{data,facts,decisionId}' = $2 and not exists (
          select 1 from events w where w.team = $1 and w.subject = e.subject and w.authid = e.authid
            and w.source = e.source and w.type = 'countersign.decision.withdrawn.v1'
            and w.event #>> '{data,facts,decisionId}' = j.decision_id
        )
      order by j.sequence limit 1`,
    [team, decisionId],
  );
  const { inProcess, verdict } = row?.facts ?? {};
  if (!row || !inProcess || !verdict || !APPROVING.has(verdict)) return undefined;
  const {
    processId,
    policyVersion,
    textHash,
    answered,
    left,
    editorial = false,
    selfReview = false,
    meaning,
  } = inProcess;
  return {
    ...{ iss: collectorSource(row.collectorId), decisionId, hash: textHash, output: row.subject, verdict },
    ...{ role: row.role, processId, policyVersion, answered, left, editorial, selfReview },
    ...(meaning ? { meaning } : {}),
    decidedAt: new Date(Number(row.ms)).toISOString(),
  };
}

/** Signs a receipt, as a compact JWS. */
export async function signReceipt(keys: SigningKeys, receipt: Receipt): Promise<string> {
  const { kid, key } = await keys.current();
  return new CompactSign(Buffer.from(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: RECEIPT_TYPE })
    .sign(key);
}
