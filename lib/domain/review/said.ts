/** How much of a stratum people review, as it is said wherever an output is shown: which sentence, and its numbers. */
import type { Status } from '../codes.ts';
import { isUnsure } from '../gate/gate.ts';
import type { ProcessRecord } from '../output/process-record.ts';
import { statedShare } from '../output/stated.ts';
import type { Process } from '../policy/process.ts';
import type { Strata } from './strata.ts';

interface Shown {
  trace: { tool: string; model?: string | undefined };
  status: Status;
  inProcess?: Pick<ProcessRecord, 'draws'>;
}

interface ReviewSaid {
  /** `review.<kind>` in the locales. */
  kind: 'full' | 'sampled' | 'asked' | 'tightened' | 'stopped';
  values: Record<'run' | 'clean' | 'left' | 'oneIn' | 'reviewed' | 'defects', number>;
  /** When a defect was found last; empty where none was. */
  defectAt: string;
}

/** Nothing where everything is reviewed for good: there is no number to say. */
export function reviewSaid(output: Shown, process: Process, version: string, strata: Strata): ReviewSaid | undefined {
  const view = strata.of(process, output);
  if (typeof view === 'string') return undefined;
  const { plan, standing } = view;
  const { mode, run, reviewed, defects, defectAt = '' } = standing;
  const { clean, oneIn } = plan;
  const kind = mode === 'sampled' && isAsked(output, process, version) ? 'asked' : mode;
  return { kind, values: { run, clean, left: Math.max(0, clean - run), oneIn, reviewed, defects }, defectAt };
}

const isAsked = ({ inProcess, status }: Shown, { id }: Process, version: string): boolean =>
  status === 'unreviewed' &&
  (inProcess?.draws ?? []).some(
    (draw) => draw.outcome === 'ask' && draw.processId === id && draw.policyVersion === version,
  );

/** What a tool said of how sure it is, beside the record: `stated.<kind>` in the locales. */
interface StatedSaid {
  kind: 'said' | 'enough' | 'short';
  said: string;
  /** What the rules ask for, as a share of one. */
  limit: number;
}

/** Nothing where the tool said nothing. `said`: there is nothing to compare. */
export function statedSaid(
  { trace }: { trace: { statedConfidence?: string | undefined } },
  process: Process,
): StatedSaid | undefined {
  const said = trace.statedConfidence;
  if (said === undefined) return undefined;
  const [share, limit] = [statedShare(said), process.review.confidence];
  if (share === undefined || limit === undefined) return { kind: 'said', said, limit: 0 };
  return { kind: isUnsure(share, process) ? 'short' : 'enough', said, limit };
}
