/** What someone with authority says of an output. */
import * as z from 'zod';
import { VERDICTS, type Verdict } from '../codes.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT } from '../limits.ts';
import { answersSchema, editorialRecordSchema, type InProcess } from './approval.ts';

export const verdictSchema = z.lazy(() => z.enum(VERDICTS));

export const decisionContentSchema = z.lazy(() =>
  z.strictObject({
    note: z.string().max(LONGEST_COMMENT).optional(),
    correctedText: z.string().min(1).max(LONGEST_OUTPUT).optional(),
    /** Answers to points of the process's checklist, in the approver's own words. */
    answers: answersSchema.optional(),
    editorial: editorialRecordSchema.optional(),
  }),
);
export type DecisionContent = z.infer<typeof decisionContentSchema>;

/** What a verdict cannot go without, or undefined when nothing is missing. */
export function missingFor(verdict: Verdict, content: DecisionContent): 'note' | 'correctedText' | undefined {
  if (verdict === 'modify') return content.correctedText?.trim() ? undefined : 'correctedText';
  if (verdict === 'approve') return undefined;
  return content.note?.trim() ? undefined : 'note';
}

/** A decision folded from its event. */
export interface Decision {
  decisionId: string;
  verdict: Verdict;
  reportIds: string[];
  /** The process in which it was made, and what that asked; absent outside any. */
  inProcess?: InProcess;
  /** It says yes to another text than the one it stands on: it is shown, answers nothing and moves no status. */
  otherText?: true;
  content?: DecisionContent;
  source: string;
  author?: string;
  decidedAt: string;
}

/** The text that the last correction put in an output's place. One that says it is another text than it brings is none. */
export const correctionIn = (decisions: readonly Decision[]): string | undefined =>
  decisions.findLast(({ verdict, otherText }) => verdict === 'modify' && !otherText)?.content?.correctedText;

/** A decision that whoever made it took back: it counts for nothing, and is shown as that. */
export interface WithdrawnDecision extends Decision {
  withdrawnAt: string;
}
