/** How much of a stratum people review, as it is said wherever an output is shown: which sentence, and its numbers. */
import type { Status } from '../codes.ts';
import type { ProcessRecord } from '../output/process-record.ts';
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
