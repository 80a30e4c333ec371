/** The first look at a text, from what figures are counted from: what it found, by what the rules call a defect, and what it is worth. */
import { isPraise, SEVERITIES, type Severity, type Verdict } from '../../codes.ts';
import type { CountedOutput } from '../../figures/counted.ts';

export interface FirstLook {
  defect: boolean;
  at: string;
  /** Who it was, as far as the record tells people apart. */
  by: string;
  /** A yes that says nothing of other texts: to another text, to many at once, or to one's own. */
  isWeak?: true;
}

type Looked = Pick<CountedOutput, 'hash' | 'decisions' | 'reports'>;

/** What the first look found; nothing where nobody decided. `from`: the severity from which a report that was upheld is a defect. */
export function firstLook({ hash, decisions, reports }: Looked, from?: Severity): FirstLook | undefined {
  const first = decisions.find(({ verdict }) => verdict !== 'escalate');
  if (!first) return undefined;
  const { source, author, decidedAt } = first;
  const defect = isDefectIn(first, reports, from);
  const isWeak = !defect && saysNothing(first, hash);
  return { defect, at: decidedAt, by: author ?? source, ...(isWeak ? { isWeak } : {}) };
}

/** Whether a yes is to many at once, to one's own text, or to another one. */
export const saysNothing = ({ inProcess }: Looked['decisions'][number], hash: string): boolean =>
  inProcess !== undefined && (inProcess.bulk === true || inProcess.selfReview === true || inProcess.textHash !== hash);

/** Whether a decision says that a text was defective, by the reports that it upheld. */
export function isDefectIn(
  { verdict, reportIds }: Looked['decisions'][number],
  reports: Looked['reports'],
  from: Severity | undefined,
): boolean {
  const known = reports.filter(({ state }) => state !== 'withdrawn');
  const severityOf = (id: string) => known.find(({ reportId }) => reportId === id)?.severity ?? 'neutral';
  return isDefectBy(verdict, reportIds.map(severityOf), from) ?? false;
}

/**
 * Whether somebody else had reported it before it was looked at: then a person looks, whatever the lot says. What its own
 * reviewer reported they came upon by reviewing.
 */
export const isReportedBefore = ({ reports }: Looked, { at, by }: FirstLook): boolean =>
  reports.some(
    ({ categories, state, source, author, reportedAt }) =>
      !isPraise(categories) && state !== 'withdrawn' && reportedAt <= at && (author ?? source) !== by,
  );

const FOUND: Readonly<Record<Verdict, boolean | undefined>> = {
  ...{ approve: false, approve_with_notes: false, modify: true, block: true, escalate: undefined },
};

/** What a verdict alone says: blocked and changed are defects; undefined of what was only passed on. */
export const foundBy = (verdict: Verdict): boolean | undefined => FOUND[verdict];

/** Blocked, changed, or a report upheld that is grave enough. */
export function isDefectBy(
  verdict: Verdict,
  upheld: readonly Severity[],
  from: Severity | undefined,
): boolean | undefined {
  if (from === undefined || verdict !== 'approve_with_notes') return FOUND[verdict];
  return upheld.some((severity) => SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(from));
}
