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
