/**
 * Test texts: known to be bad, put among what a reviewer gets, to measure what reviewers miss. What became of them is
 * counted of many people together, and of nobody else.
 */
import type { Verdict } from '../codes.ts';
import type { CountersignEvent } from '../events/event.ts';
import { FEWEST_PEOPLE } from '../figures/groups.ts';
import { compareEvents } from '../fold/order.ts';
import type { GovernancePolicy } from '../policy/policy.ts';

/** `passed`: no verdict of the text; it says nothing of what its reviewer sees. */
export type ProbeOutcome = 'caught' | 'missed' | 'passed';

const OUTCOMES: Readonly<Record<Verdict, ProbeOutcome>> = {
  ...{ approve: 'missed', approve_with_notes: 'missed', modify: 'caught', block: 'caught', escalate: 'passed' },
};

/** What a verdict makes of a text that is known to be bad; without one it was left before anybody judged it. */
export const probeOutcome = (verdict: Verdict | undefined): ProbeOutcome =>
  verdict === undefined ? 'passed' : OUTCOMES[verdict];

/** What is drawn by, of a decision, for whether a test text follows it; for which; for when it is shown; for whom it looks like. */
export const probeLot = (about: 'whether' | 'which' | 'when' | 'like', hash: string, of = ''): string =>
  `probe ${about} ${hash}${of && ` ${of}`}`;

/** What was counted of test texts in a process. */
export interface ProbeCount {
  judged: number;
  missed: number;
}

/** Older ones were judged by other people, or by the same with less practice: six-monthly reviews of a busy team see as many. */
const MOST_COUNTED = 300;

/** The latest counts of a process, in the team's order: the newest first, until there are enough. */
export function probesIn(events: readonly CountersignEvent[], processId: string): ProbeCount {
  const counts = events
    .filter((event) => event.type === 'countersign.probes.counted.v1')
    .filter(({ data, sequence }) => data.facts.processId === processId && sequence !== undefined)
    .sort((one, other) => compareEvents(other, one));
  const sum: ProbeCount = { judged: 0, missed: 0 };
  for (const { data } of counts) {
    if (sum.judged >= MOST_COUNTED) break;
    sum.judged += data.facts.judged;
    sum.missed += data.facts.missed;
  }
  return sum;
}

/** The same of each process of a policy, by its id. */
export const probesOf = (
  events: readonly CountersignEvent[],
  { processes = [] }: Pick<GovernancePolicy, 'processes'>,
): Map<string, ProbeCount> => new Map(processes.map(({ id }) => [id, probesIn(events, id)]));

/** One that was judged and that no count has yet. */
interface Judged {
  person: string;
  outcome: ProbeOutcome;
}

/** What is counted now: all of it, once five people are in it; undefined before. Nobody can be told in what is counted. */
export function countable(judged: readonly Judged[]): (ProbeCount & { people: number }) | undefined {
  const verdicts = judged.filter(({ outcome }) => outcome !== 'passed');
  const people = new Set(verdicts.map(({ person }) => person)).size;
  if (people < FEWEST_PEOPLE) return undefined;
  return { judged: verdicts.length, missed: verdicts.filter(({ outcome }) => outcome === 'missed').length, people };
}

/** Parts of an address that name one thing: another of the same form stands in their place. */
const NAMES_ONE = /^(?=.*\d)[\w-]{8,}$/;

/** An address of the same form at the same site, where nothing is: what is shown is of no conversation. `random`: 32 hexadecimal digits or more. */
export function addressLike(pageUrl: string, random: string): string {
  const url = URL.parse(pageUrl);
  if (!url) return pageUrl;
  let used = 0;
  const another = (part: string): string =>
    part.replace(/[\da-z]/gi, (sign) => {
      const digit = Number.parseInt(random[used++ % random.length] ?? '0', 16);
      return /\d/.test(sign) ? String(digit % 10) : (LETTERS[digit] ?? sign);
    });
  url.pathname = url.pathname
    .split('/')
    .map((part) => (NAMES_ONE.test(part) ? another(part) : part))
    .join('/');
  return `${url.origin}${url.pathname}`;
}

/** Of both kinds of id, hexadecimal and not: every digit has one that is hexadecimal. */
const LETTERS = 'abcdefabcdefabcd';
