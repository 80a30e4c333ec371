/** What figures are counted from: outputs without a word of what anybody or any AI wrote. */
import type { Output } from '../output/output.ts';
import type { Report } from '../report/report.ts';

type CountedReport = Omit<Report, 'content' | 'decisionNote' | 'dispute'>;

/** An output as figures see it. */
export type CountedOutput = Pick<Output, 'hash' | 'trace' | 'decisions' | 'reuses' | 'sightings' | 'inProcess'> & {
  reports: CountedReport[];
};

/** The output without its words. What a file only claims is no figure. */
export const countedOf = ({
  hash,
  trace,
  reports,
  decisions,
  reuses,
  sightings,
  inProcess,
}: Output): CountedOutput => ({
  hash,
  trace,
  reports: reports
    .filter(({ unproved }) => !unproved)
    .map(({ content: _, decisionNote: __, dispute: ___, ...report }) => report),
  decisions: decisions.map(({ content: _, ...decision }) => decision),
  ...(reuses ? { reuses } : {}),
  ...(sightings ? { sightings } : {}),
  ...(inProcess ? { inProcess } : {}),
});

/** By what figures are split, the widest first: what is too small to stand alone is merged from the last one on. */
export const DIMENSIONS = ['tool', 'process', 'model', 'brief'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Traits = Record<Dimension, string>;

/** In the place of a value that is not known: of a model that the page did not name, of a text outside any process. */
export const UNKNOWN = '';

/** In which stratum an output is counted. */
export function traitsOf({ trace, inProcess, decisions }: CountedOutput): Traits {
  const decidedIn = decisions.find((decision) => decision.inProcess)?.inProcess?.processId;
  return {
    tool: trace.toolName,
    process: inProcess?.processId ?? decidedIn ?? trace.process?.processId ?? UNKNOWN,
    model: trace.model ?? UNKNOWN,
    brief: trace.brief ? 'with' : 'without',
  };
}

/** One person, as far as the log tells them apart. */
const personOf = ({ source, author }: { source: string; author?: string }): string => author ?? source;

/** Everybody who had a part in an output: had it made, reported, asked, decided, let it pass or used it. */
export function peopleOf({ reports, decisions, reuses, sightings, inProcess }: CountedOutput): string[] {
  const parts = [...(sightings ?? []), ...reports, ...decisions, ...(reuses ?? [])];
  const inIt = inProcess ? [...inProcess.requests, ...inProcess.exceptions] : [];
  return [...new Set([...parts, ...inIt].map(personOf))];
}
