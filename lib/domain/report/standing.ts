/** Which reports of an output count, and which of them is the gravest. Zod-free. */
import { SEVERITY_WEIGHT, type Severity } from '../codes.ts';
import type { Report } from './report.ts';

interface Reported {
  reports: readonly Report[];
}

/** Reports that stand: all but those that were withdrawn. */
export const standingReports = ({ reports }: Reported): Report[] =>
  reports.filter(({ state }) => state !== 'withdrawn');

/** Reports of something wrong that stand: a decision answers these, never praise. */
export const problemReports = (output: Reported): Report[] =>
  standingReports(output).filter(({ state }) => state !== 'noted');

/** When a report last began to wait. */
export const waitsSince = ({ waitsSince: since, reportedAt }: Pick<Report, 'waitsSince' | 'reportedAt'>): string =>
  since ?? reportedAt;

/** The gravest report of something wrong; of equally grave ones the first. */
export const gravestReport = (output: Reported): Report | undefined =>
  problemReports(output).sort((a, b) => SEVERITY_WEIGHT[b.severity] - SEVERITY_WEIGHT[a.severity])[0];

/** How many other people reported a problem with the same output: a second report of one text joins the first. */
export function othersOf(output: Reported, { source, author }: Report): number {
  const others = problemReports(output).filter(
    (report) => !report.unproved && report.source !== source && (!author || report.author !== author),
  );
  return new Set(others.map((report) => report.author ?? report.source)).size;
}

/** Whether a report says that something is wrong, and nobody with a say found the text usable as it is. */
export const isUpheld = ({ state, verdict }: Pick<Report, 'state' | 'verdict'>): boolean =>
  state === 'open' || (state === 'decided' && verdict !== 'approve');

/** From what severity on something is a defect. */
export const isGrave = (severity: Severity): boolean => SEVERITY_WEIGHT[severity] >= SEVERITY_WEIGHT.major;
