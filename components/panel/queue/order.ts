import type { Output } from '../../../lib/domain/output/output.ts';
import { gravest, SEVERITY_WEIGHT } from '../../../lib/domain/report/category.ts';
import type { Report } from '../../../lib/domain/report/report.ts';

/** The reports that a reviewer sees: all but those that were withdrawn. */
export const standing = (output: Output): Report[] => output.reports.filter((report) => report.state !== 'withdrawn');

/** The reports that a decision answers: praise asks for none. */
export const answerable = (output: Output): Report[] => standing(output).filter((report) => report.state !== 'noted');

const weightOf = (output: Output): number => {
  const worst = gravest(answerable(output).map((report) => report.severity));
  return worst ? SEVERITY_WEIGHT[worst] : 0;
};

/** Since when somebody waits for an answer. */
export function waitingSince(output: Output): string {
  const open = output.reports.filter((report) => report.state === 'open').map((report) => report.reportedAt);
  return open.sort()[0] ?? output.updatedAt;
}

/** Gravest first; among equals whoever waits longest. */
export function inOrder(outputs: readonly Output[]): Output[] {
  const keyed = outputs.map((output) => ({ output, weight: weightOf(output), since: waitingSince(output) }));
  keyed.sort((a, b) => b.weight - a.weight || a.since.localeCompare(b.since));
  return keyed.map(({ output }) => output);
}
