/** Messages to the background about outputs that pages show. */
import * as z from 'zod';
import type { Category, ProblemCategory, Severity, Status } from '../../domain/codes.ts';
import { LONGEST_STATED, MOST_STATED } from '../../domain/limits.ts';
import type { TextManifest } from '../../domain/output/hidden.ts';
import { hashSchema, outputIdSchema } from '../../domain/output/ids.ts';
import type { TextMark } from '../../domain/output/marks.ts';
import type { Grounds } from '../../domain/output/origin.ts';
import { outputContentSchema } from '../../domain/output/output.ts';
import type { PromptKept } from '../../domain/output/trace.ts';
import { toldTraceSchema } from '../../domain/output/trace.ts';
import type { Fate } from '../../domain/report/fate.ts';
import type { ReportState } from '../../domain/report/report.ts';
import type { CitationCheck } from '../../domain/sources/citation.ts';
import { declare, replies } from '../declare.ts';
import type { GateParty } from './gate.ts';

/** Status of an output in a page: an id, and what gives its colour and label. No names, no words of others. */
export interface OutputStatus {
  outputId: string;
  hash: string;
  status: Status;
  /** The gravest of what stands beside its status and does not end by itself. */
  mark?: TextMark;
}

/** An own report as the card shows it: fixed choices only. What was typed never goes into a page. */
export interface OwnReport {
  reportId: string;
  categories: Category[];
  severity: Severity;
  state: ReportState;
  fate: Fate;
  /** How many others reported the same output. */
  others: number;
  passages: number;
  hasComment: boolean;
  hasCorrection: boolean;
  /** Fields in which something is typed that was not saved. */
  drafts: ('comment' | 'correction')[];
  reportedAt: string;
}

/** What is known of where an output came from beside what its page shows. */
export interface CardTrace {
  grounds: Grounds;
  /** What is kept of the prompt; undefined where there was none. */
  promptKept?: PromptKept;
  manifest?: TextManifest;
  /** Characters that show nothing and were taken out. */
  hidden?: number;
  /** How sure the tool said it is, in its own words. */
  statedConfidence?: string;
  process?: string;
  /** Version of the policy that was in force. */
  policy?: string;
  /** What became of its sources, as far as somebody looked. */
  checks: Pick<CitationCheck, 'url' | 'reach' | 'claim' | 'reason'>[];
  /** Where else this browser saw the same text. */
  alsoSeen: { toolName: string; seenAt: string }[];
}

export interface Card {
  hash: string;
  status: Status;
  /** Problems that the whole team reported, the own included, and that nobody withdrew. */
  reportCount: number;
  /** How many found it good. */
  praiseCount: number;
  own: OwnReport[];
  firstSeenAt: string;
  trace: CardTrace;
  /** All categories, those first that the person at this browser chooses most. */
  often: ProblemCategory[];
  /** How often the text was put in elsewhere. */
  uses: number;
  /** What stands beside the status: it goes without an approval, or whoever brought it up reviewed it. */
  marks: TextMark[];
  /** How much of its kind people review now, in a sentence; nothing where that is always all of it. */
  review?: string;
  /** How sure the tool said it is, beside that: a sentence with its own words. */
  stated?: string;
  /** The policy does not allow this tool: as it names it, and whom to ask. */
  notAllowed?: { name: string; who: GateParty };
}

export const outputMessages = {
  'output.seen': declare({
    from: ['page'],
    does: 'An answer has settled: its text and trace, to be kept and given a status.',
    body: () =>
      z.strictObject({
        outputId: outputIdSchema,
        trace: toldTraceSchema,
        content: outputContentSchema,
        previousHash: hashSchema.optional(),
        /** It may not be the text itself: a translation of it, or a part. What is known under this id is it then. */
        unsure: z.literal(true).optional(),
        /** How the first version would have read it, where that is another text: it may be known by that. */
        former: outputContentSchema.unwrap().shape.text.optional(),
        /** Short pieces around it that may state how sure the tool is of it. */
        stated: z.array(z.string().max(LONGEST_STATED)).max(MOST_STATED).optional(),
      }),
    reply: replies<OutputStatus>(),
  }),
  'output.card': declare({
    from: ['page'],
    does: 'What the card of an output in this frame shows: status and the own reports on it.',
    body: () => z.strictObject({ hash: hashSchema }),
    reply: replies<Card>(),
  }),
} as const;
