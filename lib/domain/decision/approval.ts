/** What an approval in a process consists of, and what it cannot go without. */
import * as z from 'zod';
import type { Verdict } from '../codes.ts';
import type { Approval } from '../gate/gate.ts';
import { standsUnder } from '../json.ts';
import {
  LONGEST_ADDRESS,
  LONGEST_COMMENT,
  LONGEST_PERSON,
  LONGEST_SENTENCE,
  LONGEST_VERSION,
  MOST_CITATIONS,
  MOST_POINTS,
} from '../limits.ts';
import { hashSchema } from '../output/ids.ts';
import { personNamed } from '../people/named.ts';
import { mayConcernPublic, type Process } from '../policy/process.ts';

const id = z.lazy(() => z.string().regex(/^[a-z0-9-]{1,60}$/));

/** What a decision says of its process, in facts. Decisions outside any process have none of it. */
export const inProcessSchema = z.lazy(() =>
  z.strictObject({
    processId: id,
    /** The version of the policy under which it was made. */
    policyVersion: z.string().min(1).max(LONGEST_VERSION),
    /** Hash of the text that it is about: of the output, or of its correction. */
    textHash: hashSchema,
    /** Points of the checklist that were answered, and those that only warn and were left. */
    answered: z.array(id).max(MOST_POINTS),
    left: z.array(id).max(MOST_POINTS),
    /** Whether an editorial record came with it. */
    editorial: z.boolean().optional(),
    /** Whether it was one of many at once. */
    bulk: z.boolean().optional(),
    /** One's own text, after the time that the policy sets: marked as such wherever it is shown. */
    selfReview: z.boolean().optional(),
    /** Whose place the reviewer took. */
    onBehalfOf: personNamed.optional(),
    /** What the signature means, in a regulated process (21 CFR 11.50). */
    meaning: z.enum(['review', 'approval', 'responsibility', 'authorship']).optional(),
  }),
);
export type InProcess = z.infer<typeof inProcessSchema>;

/** What an approver of text for the public states (AI Act art. 50(4)). Nothing of it is ever filled in by the product. */
export const editorialRecordSchema = z.lazy(() =>
  z.strictObject({
    factsChecked: z.string().trim().min(1).max(LONGEST_COMMENT),
    sourcesOpened: z.array(z.string().max(LONGEST_ADDRESS)).max(MOST_CITATIONS),
    changed: z.string().trim().min(1).max(LONGEST_COMMENT),
    responsible: z.string().trim().min(1).max(LONGEST_PERSON),
    competence: z.string().max(LONGEST_SENTENCE).optional(),
  }),
);
type EditorialRecord = z.infer<typeof editorialRecordSchema>;

/** Answers to points of the checklist that ask for words. */
export const answersSchema = z.lazy(() => z.partialRecord(id, z.string().max(LONGEST_COMMENT)));

interface Given {
  verdict: Verdict;
  inProcess?: InProcess | undefined;
  content?:
    | { answers?: Partial<Record<string, string>> | undefined; editorial?: EditorialRecord | undefined }
    | undefined;
}

/** A gap in an approval: a point of the checklist, or the editorial record. */
type MissingPoint = { kind: 'point'; pointId: string } | { kind: 'editorial' } | { kind: 'bulk' } | { kind: 'meaning' };

const SAYS_YES: ReadonlySet<Verdict> = new Set(['approve', 'approve_with_notes', 'modify']);

/**
 * What an approval in a process still lacks. `concernsPublic`: whether the text informs the public, as far as anybody said.
 * The panel shows it, the background and the collector refuse by it.
 */
export function missingForApproval(
  process: Process,
  given: Given,
  concernsPublic: boolean | undefined,
): MissingPoint[] {
  if (!SAYS_YES.has(given.verdict)) return [];
  const { inProcess, content } = given;
  const missing: MissingPoint[] = (process.checklist ?? [])
    .filter(({ id: pointId, kind, without }) => {
      const isAnswered =
        inProcess?.answered.includes(pointId) &&
        (kind !== 'text' || standsUnder(content?.answers ?? {}, pointId)?.trim());
      if (isAnswered) return false;
      return without === 'block' || !inProcess?.left.includes(pointId);
    })
    .map(({ id: pointId }) => ({ kind: 'point', pointId }));
  const isPublic = mayConcernPublic(process) && (process.publicInterest === 'always' || concernsPublic !== false);
  if (isPublic && !(inProcess?.editorial && content?.editorial)) missing.push({ kind: 'editorial' });
  if (isPublic && inProcess?.bulk) missing.push({ kind: 'bulk' });
  if (process.risk === 'regulated' && !inProcess?.meaning) missing.push({ kind: 'meaning' });
  return missing;
}

interface Decided {
  verdict: Verdict;
  inProcess?: InProcess | undefined;
  decidedAt: string;
}

/** A decision as the gate looks at it. One that was made outside any process is about the output as it is. */
export const approvalOf = ({ verdict, inProcess, decidedAt }: Decided, hash: string): Approval => ({
  verdict,
  decidedAt,
  hash: inProcess?.textHash ?? hash,
  ...(inProcess
    ? {
        processId: inProcess.processId,
        policyVersion: inProcess.policyVersion,
        editorial: inProcess.editorial === true,
      }
    : {}),
});
