/** A second review: who was drawn for it, what they said, and whether that differs from the first. Zod-free and pure. */
import type { Verdict } from '../codes.ts';
import type { SecondReview, SecondVerdict } from '../output/process-record.ts';
import type { Decision } from './decision.ts';

/** What a verdict says of the text: usable, usable once corrected, not usable. Undefined of what was only passed on. */
export const answerIn = (verdict: Verdict): string | undefined => ANSWERS[verdict];

const ANSWERS: Readonly<Record<Verdict, string | undefined>> = {
  ...{ approve: 'usable', approve_with_notes: 'usable', modify: 'corrected', block: 'blocked', escalate: undefined },
};

interface Reviewed {
  decisions?: readonly Decision[];
  inProcess?: { seconds?: readonly SecondReview[] };
}

/** Both verdicts of a second review that was given, the first one's while it stands. */
interface BothVerdicts {
  second: SecondReview & { given: SecondVerdict };
  first: Decision | undefined;
}

export const givenSeconds = ({ decisions = [], inProcess }: Reviewed): BothVerdicts[] =>
  (inProcess?.seconds ?? []).flatMap(({ given, ...second }) =>
    given
      ? { second: { ...second, given }, first: decisions.find(({ decisionId }) => decisionId === second.decisionId) }
      : [],
  );

/** Whether two verdicts say different things of the text. Whoever passes it on wants it looked at by more authority: that is one. */
export const isDifferent = (first: Verdict, second: Verdict): boolean =>
  answerIn(second) === undefined || answerIn(first) !== answerIn(second);

/** Differences that nobody has decided on. A first decision that was taken back differs from nothing. */
export const openDifferences = (output: Reviewed): BothVerdicts[] =>
  givenSeconds(output).filter(
    ({ first, second }) => first && second.settledBy === undefined && isDifferent(first.verdict, second.given.verdict),
  );

/** What second reviews say of one's own decisions. */
interface OwnSeconds {
  /** Judged again by somebody who did not see them, and of those the ones of whom both say the same. */
  again: number;
  same: number;
  /** Of those that one found usable, the ones with a defect; whoever decided after both has the last word. */
  usable: number;
  missed: number;
}

/** Counts them: from one's own decisions and the outputs that they are on. */
export function ownSeconds(own: readonly { decision: Pick<Decision, 'decisionId'>; output: Reviewed }[]): OwnSeconds {
  const counted: OwnSeconds = { again: 0, same: 0, usable: 0, missed: 0 };
  for (const { decision, output } of own) {
    const both = givenSeconds(output).find(({ first }) => first?.decisionId === decision.decisionId);
    const [mine, theirs] = [both?.first?.verdict, both?.second.given.verdict].map((one) => one && answerIn(one));
    if (!both || mine === undefined || theirs === undefined) continue;
    counted.again += 1;
    if (mine === theirs) counted.same += 1;
    if (mine !== 'usable') continue;
    counted.usable += 1;
    const settled = output.decisions?.find(({ decisionId }) => decisionId === both.second.settledBy)?.verdict;
    if ((settled ? answerIn(settled) : theirs) !== 'usable') counted.missed += 1;
  }
  return counted;
}

/** Longer than this between two decisions is no time that was spent on one. */
const PAUSE_MS = 30 * 60_000;

/** Half of one's decisions came within so long of the one before; of how many that is. Undefined where there is none. */
export function paceOf(times: readonly string[]): { medianMs: number; of: number } | undefined {
  const sorted = times.map((time) => Date.parse(time)).sort((a, b) => a - b);
  const gaps = sorted.slice(1).map((time, at) => time - (sorted[at] ?? time));
  const spent = gaps.filter((gap) => gap < PAUSE_MS).sort((a, b) => a - b);
  const [low, high] = [spent[Math.floor((spent.length - 1) / 2)], spent[Math.floor(spent.length / 2)]];
  return low === undefined || high === undefined ? undefined : { medianMs: (low + high) / 2, of: spent.length };
}
