/** What is known half-way through a fold, and what a fold asks of an event. */
import type { Decision, WithdrawnDecision } from '../decision/decision.ts';
import type { Handling } from '../decision/handling.ts';
import type { TallyFolding } from '../figures/tally.ts';
import type { Output, OutputContent } from '../output/output.ts';
import type { Made, ProcessRecord, Turn } from '../output/process-record.ts';
import type { Report } from '../report/report.ts';
import type { Reuse } from '../reuse/reuse.ts';
import type { CitationCheck } from '../sources/citation.ts';

/** An event as a fold sees it. `C`: its content, where its type has one. */
export interface Folded<F, C = undefined> {
  source: string;
  subject: string;
  time: string;
  sequence?: string | undefined;
  authid?: string | undefined;
  data: { facts: F; sealed?: { content: C } | undefined };
}

/** What a sighting of an output says. */
type Seen = Folded<Pick<Output, 'outputId' | 'trace'> & { previousHash?: string | undefined }, OutputContent>;

/** An output that is being folded. */
export interface OutputFolding {
  seen: Seen[];
  reports: Map<string, Report>;
  /** The decision that answered each report, also of reports whose own event comes later in the order. */
  answers: Map<string, Decision>;
  decisions: Decision[];
  /** Decisions that were taken back, by `decisionKey`, and when. */
  withdrawn: ReadonlyMap<string, string>;
  /** Those decisions. */
  takenBack: WithdrawnDecision[];
  checks: CitationCheck[];
  reuses: Map<string, Reuse>;
  process: ProcessRecord;
  /** What started and moved its clock since the last decision: that one answers whatever was asked. */
  turns: Turn[];
  /** What reviewers arranged about it. */
  handling: Handling;
}

/** Decisions by whom, and which of them were taken back when. By source and id: nobody takes back a decision by claiming its id. */
export interface WithdrawnFolding {
  made: Map<string, { source: string; author?: string | undefined }>;
  at: Map<string, string>;
}

/**
 * Whether an event is by whoever made what it changes. A source is known to every colleague; who sent it the collector
 * stamps, and of what it has not taken yet this browser knows that it is its own.
 */
export const isSameAuthor = (
  made: { source: string; author?: string | undefined },
  { source, authid }: { source: string; authid?: string | undefined },
): boolean => made.source === source && (made.author === undefined || authid === undefined || made.author === authid);

/** Who did something, and when. */
export const madeWhen = ({ source, authid, time }: Folded<unknown, unknown>): Made => ({
  source,
  ...(authid ? { author: authid } : {}),
  madeAt: time,
});

/** Everything that is folded from events, by its noun. An event type says how it changes each in which it has a part. */
export interface Foldings {
  /** Folded first: what it says of decisions is known to the others. */
  withdrawn: WithdrawnFolding;
  output: OutputFolding;
  tally: TallyFolding;
}
