/** One AI-generated text found in a page: its facts, its content, and what is folded from its events. */

import * as z from 'zod';
import type { Status } from '../codes.ts';
import type { Decision, WithdrawnDecision } from '../decision/decision.ts';
import type { Handling } from '../decision/handling.ts';
import { LONGEST_OUTPUT, LONGEST_PROMPT } from '../limits.ts';
import type { Report } from '../report/report.ts';
import type { Reuse } from '../reuse/reuse.ts';
import type { CitationCheck } from '../sources/citation.ts';
import { hashSchema } from './ids.ts';
import type { ProcessRecord, RefusedAct, Turn } from './process-record.ts';
import type { Trace } from './trace.ts';

export const outputContentSchema = z.lazy(() =>
  z.strictObject({
    text: z.string().min(1).max(LONGEST_OUTPUT),
    prompt: z.string().max(LONGEST_PROMPT).optional(),
    /** In its place where the policy keeps its fingerprint only. */
    promptHash: hashSchema.optional(),
    /** Words in the text are veiled: the commitment to it as it was, see `output/address.ts`. */
    veiled: hashSchema.optional(),
  }),
);
export type OutputContent = z.infer<typeof outputContentSchema>;

/** A place where an output's text was seen: a conversation of a tool, in somebody's browser. */
export interface Sighting
  extends Pick<Trace, 'tool' | 'toolName' | 'model' | 'conversationId' | 'pageUrl' | 'pageTitle' | 'brief'> {
  source: string;
  author?: string;
  seenAt: string;
}

/** An output as the screens show it: all that its events say, folded. One row of the store. */
export interface Output {
  hash: string;
  outputId: string;
  trace: Trace;
  previousHash?: string;
  /** Undefined when the content was erased. */
  content?: OutputContent;
  status: Status;
  reports: Report[];
  decisions: Decision[];
  /** Those that were taken back: they count for nothing. Absent where none was. */
  takenBack?: WithdrawnDecision[];
  /** What became of the sources that it cites, one entry a source. */
  checks?: CitationCheck[];
  /** Every place where the very same text was seen, first one first; missing where there is one only. */
  sightings?: Sighting[];
  /** Where its text was put in; absent where nowhere. */
  reuses?: Reuse[];
  /** What a file says was decided, and nothing shows to be so: it moves no status. */
  unproved?: Decision[];
  /** What happened to it in its process; absent where nothing did. */
  inProcess?: ProcessRecord;
  /** What started and moved its clock since the last decision, in the order of the log; absent where nothing did. */
  turns?: Turn[];
  /** What this browser's person did, and the team's collector refused: it counts for nothing. Absent where nothing was. */
  refused?: RefusedAct[];
  /** What reviewers arranged about it; absent where nothing. */
  handling?: Handling;
  /** A test text of this browser's person: no event says anything of it, and no figure counts it. */
  probe?: { givenId: string };
  /**
   * This browser's person was drawn to judge it a second time: what the first one said is not in here before they did. `until`: they
   * were asked in a calibration, which ends by itself.
   */
  blind?: { secondId: string; drawnAt: string; until?: string };
  /** Reports that no decision has answered yet. */
  openReports: number;
  firstSeenAt: string;
  updatedAt: string;
}
