/**
 * From the events of a team to what its reviewers found in each stratum, in the one order of events. What speaks against a
 * stratum counts as soon as a browser knows of it; what speaks for it only once the collector has put it in order, so that
 * nothing opens in one browser alone.
 */
import type { Severity } from '../codes.ts';
import type { CountersignEvent } from '../events/event.ts';
import { isSameAuthor } from '../fold/folding.ts';
import { compareEvents } from '../fold/order.ts';
import { stratumOf } from '../output/stratum.ts';
import { wilson } from './intervals.ts';
import type { Observation } from './mode.ts';
import type { ProbeCount } from './probes.ts';
import { foundBy, isDefectBy } from './replay/first-look.ts';

/** Which reviews are meant, and from which severity an upheld report makes a defect. */
interface Reviewed {
  processId: string;
  policyVersion: string;
  defectFrom?: Severity | undefined;
}

/** First looks and those at the same again, by which it is measured what reviewers miss. */
export interface LooksAgain {
  /** In their order. */
  observations: Observation[];
  /** Clean ones at which somebody else looked again, and those in which that found a defect. */
  lookedAgain: number;
  foundAgain: number;
  /** Of them, those that were drawn, by somebody who did not see the first: nobody chose which, and nobody knew what was said. */
  blindAgain: number;
  blindFound: number;
  /** Everybody who took part in looks that were taken again. */
  reviewers: Set<string>;
}

interface StratumRecord extends LooksAgain {
  /** Outputs that the draw asked for, and that nobody has decided on. */
  unanswered: number;
}

type Event<T extends CountersignEvent['type']> = Extract<CountersignEvent, { type: T }>;
type Made = Event<'countersign.decision.made.v1'>;

const nothingFound = (): StratumRecord => ({
  ...{ observations: [], unanswered: 0, lookedAgain: 0, foundAgain: 0, blindAgain: 0, blindFound: 0 },
  reviewers: new Set(),
});

/** The records of all strata of a process under one version of the policy, by the stratum's key. */
export function recordsOf(events: readonly CountersignEvent[], reviewed: Reviewed): Map<string, StratumRecord> {
  const found: { event: CountersignEvent; stratum: string; observation: Observation }[] = [];
  const records = new Map<string, StratumRecord>();
  const keyOf = strataIn(reviewed);
  for (const ofOne of Map.groupBy(events, ({ subject }) => subject).values()) {
    const sorted = ofOne.toSorted(compareEvents);
    const stratum = keyOf(sorted);
    if (stratum === undefined) continue;
    const record = records.get(stratum) ?? nothingFound();
    const { looks, asked } = looksAt(sorted, reviewed);
    if (looks.length === 0 && !asked) continue;
    records.set(stratum, record);
    if (asked && looks.length === 0) record.unanswered += 1;
    for (const { event, defect } of changesIn(looks))
      found.push({ event, stratum, observation: { at: event.time, defect, asked } });
    lookAgain(record, looks);
  }
  for (const { stratum, observation } of found.sort((a, b) => compareEvents(a.event, b.event)))
    records.get(stratum)?.observations.push(observation);
  return records;
}

/** By where its text was first seen; of one that nobody handed in the draw says it. A key takes longer to make than all else: a record has few. */
function strataIn(reviewed: Reviewed): (sorted: readonly CountersignEvent[]) => string | undefined {
  const keys = new Map<string, string>();
  return (sorted) => {
    const first = sorted.find((event) => event.type === 'countersign.output.seen.v1');
    if (first) {
      const { tool, model = '' } = first.data.facts.trace;
      const kind = `${tool} ${model}`;
      const key = keys.get(kind) ?? stratumOf(reviewed.processId, tool, model);
      keys.set(kind, key);
      return key;
    }
    const drawn = sorted.find((event) => event.type === 'countersign.output.drawn.v1');
    return drawn && isUnder(drawn.data.facts, reviewed) ? drawn.data.facts.stratum : undefined;
  };
}

interface Look {
  event: Made | Event<'countersign.second.given.v1'>;
  defect: boolean;
  /** By whoever was drawn and did not see the first. */
  blind?: true;
}

/** Every look at an output that counts, in order, and whether the draw asked for one. */
function looksAt(sorted: readonly CountersignEvent[], reviewed: Reviewed): { looks: Look[]; asked: boolean } {
  const reports = gravities(sorted);
  const looks: Look[] = [];
  let asked = false;
  for (const event of sorted) {
    if (event.type === 'countersign.output.drawn.v1' && isUnder(event.data.facts, reviewed))
      asked ||= event.data.facts.outcome === 'ask';
    if (event.type === 'countersign.second.given.v1') looks.push(...secondLook(event, sorted, reviewed));
    if (event.type === 'countersign.decision.made.v1') looks.push(...firstLook(event, sorted, reports, reviewed));
  }
  return { looks, asked };
}

/** A decision counts as a look where it was made in this process and version, and says anything of the text. */
function firstLook(
  event: Made,
  sorted: readonly CountersignEvent[],
  reports: ReadonlyMap<string, Severity>,
  reviewed: Reviewed,
): Look[] {
  const { inProcess } = event.data.facts;
  if (!inProcess || !isUnder(inProcess, reviewed)) return [];
  const defect = isDefect(event, reports, reviewed.defectFrom);
  if (defect === undefined || isTakenBack(event, sorted, defect)) return [];
  return defect || isEvidence(event) ? [{ event, defect }] : [];
}

/** A second review counts as a look of its own where it answers a draw of this process and version. */
function secondLook(
  event: Event<'countersign.second.given.v1'>,
  sorted: readonly CountersignEvent[],
  reviewed: Reviewed,
): Look[] {
  const { secondId, verdict } = event.data.facts;
  const drawn = sorted.find(
    (one) => one.type === 'countersign.second.drawn.v1' && one.data.facts.secondId === secondId,
  );
  const defect = foundBy(verdict);
  if (drawn?.type !== 'countersign.second.drawn.v1' || defect === undefined) return [];
  const isCounted = isUnder(drawn.data.facts, reviewed) && (defect || event.sequence !== undefined);
  return isCounted ? [{ event, defect, blind: true }] : [];
}

const isUnder = (one: { processId: string; policyVersion: string }, { processId, policyVersion }: Reviewed): boolean =>
  one.processId === processId && one.policyVersion === policyVersion;

/**
 * Whether a yes says anything of the stratum: it is of the text itself, by somebody else than whoever had it made, given to it
 * alone, and in the team's order.
 */
function isEvidence({ subject, sequence, data }: Made): boolean {
  const { inProcess } = data.facts;
  return sequence !== undefined && inProcess?.textHash === subject && !inProcess.bulk && !inProcess.selfReview;
}

/** Of a report that this browser does not know the least is taken. */
const isDefect = (
  { data: { facts } }: Made,
  reports: ReadonlyMap<string, Severity>,
  from: Severity | undefined,
): boolean | undefined =>
  isDefectBy(
    facts.verdict,
    facts.reportIds.map((id) => reports.get(id) ?? 'neutral'),
    from,
  );

type Reports = Map<string, { severity: Severity; made: { source: string; author?: string | undefined } }>;

/** The severity of each report that stands. */
function gravities(sorted: readonly CountersignEvent[]): Map<string, Severity> {
  const reports: Reports = new Map();
  for (const event of sorted) {
    if (event.type === 'countersign.report.made.v1' || event.type === 'countersign.report.amended.v1') {
      const { reportId, severity } = event.data.facts;
      const made = reports.get(reportId)?.made ?? { source: event.source, author: event.authid };
      if (isSameAuthor(made, event)) reports.set(reportId, { severity, made });
    }
    if (event.type === 'countersign.report.withdrawn.v1') takeBack(reports, event);
  }
  return new Map([...reports].map(([reportId, { severity }]) => [reportId, severity]));
}

/** Taking a report back speaks for the output: it waits for the collector. */
function takeBack(reports: Reports, event: Event<'countersign.report.withdrawn.v1'>): void {
  const { reportId, undone } = event.data.facts;
  const report = reports.get(reportId);
  if (report && isSameAuthor(report.made, event) && (event.sequence || undone)) reports.delete(reportId);
}

/** Whether its maker took a decision back. Taking back a defect speaks for the stratum: it waits for the collector. */
function isTakenBack(made: Made, events: readonly CountersignEvent[], defect: boolean): boolean {
  const { decisionId } = made.data.facts;
  return events.some(
    (event) =>
      event.type === 'countersign.decision.withdrawn.v1' &&
      event.data.facts.decisionId === decisionId &&
      (!defect || event.sequence !== undefined) &&
      isSameAuthor({ source: made.source, author: made.authid }, event),
  );
}

/** An output counts once, with its first look; once more where a later one found what that had not. */
function changesIn([first, ...later]: readonly Look[]): Look[] {
  if (!first) return [];
  const found = first.defect ? undefined : later.find(({ defect }) => defect);
  return found ? [first, found] : [first];
}

function lookAgain(record: StratumRecord, [first, ...later]: readonly Look[]): void {
  if (!first || first.defect) return;
  const other = later.find(
    ({ event }) => !isSameAuthor({ source: first.event.source, author: first.event.authid }, event),
  );
  if (!other) return;
  record.lookedAgain += 1;
  for (const { event } of [first, ...later]) record.reviewers.add(event.authid ?? event.source);
  if (later.some(({ defect }) => defect)) record.foundAgain += 1;
  const blind = later.find((look) => look.blind);
  if (!blind) return;
  record.blindAgain += 1;
  // Whoever decided between the two, where they differed, has the last word on what was there.
  const between = later.slice(later.indexOf(blind) + 1).findLast((look) => !look.blind);
  if (between?.defect ?? blind.defect) record.blindFound += 1;
}

/** Fewer clean ones that were looked at again say nothing of what reviewers miss: a third of that is missed by chance (0/10: up to 28 %). */
const FEWEST_AGAIN = 30;

/**
 * The share of defects that reviewers miss, as second looks show it: what was missed in all clean ones, by its share in those
 * that were looked at again, against what was found at first. Undefined while too few were.
 */
export const measuredMiss = (record: StratumRecord, probes?: ProbeCount): number | undefined =>
  missOf(record, probes)?.miss;

/** What reviewers miss, as second looks measure it, and how well that is known. */
export interface MeasuredMiss {
  miss: number;
  /** Of so many clean ones that were looked at again, and in how many of those a defect was found. */
  n: number;
  found: number;
  /** Wilson's for the share that was found again, 95 %, carried over to what is missed. */
  interval: readonly [number, number];
  /** Those who looked again were drawn, and did not see what the first one said. */
  isBlind: boolean;
  /** From test texts: `n` of them were judged, `found` were missed. */
  isProbed?: true;
}

/**
 * What reviewers miss, from second looks and from test texts: the larger of the two, each from its own least number on. A bad
 * text that somebody thought of may be easier to see than one that came by itself: a few that were caught never lower it.
 */
export function missOf(record: LooksAgain, probes: ProbeCount = NO_PROBES): MeasuredMiss | undefined {
  const [again, probed] = [missByLooks(record), missByProbes(probes)];
  if (!again || !probed) return again ?? probed;
  return probed.miss > again.miss ? probed : again;
}

const NO_PROBES: ProbeCount = { judged: 0, missed: 0 };

function missByProbes({ judged, missed }: ProbeCount): MeasuredMiss | undefined {
  if (judged < FEWEST_AGAIN) return undefined;
  return {
    ...{ miss: missed / judged, n: judged, found: missed },
    ...{ interval: wilson(missed, judged), isBlind: false, isProbed: true },
  };
}

/** From those that were drawn where there are enough of them: what somebody chooses to look at again has more defects than the rest. */
function missByLooks(record: LooksAgain): MeasuredMiss | undefined {
  const { observations, foundAgain } = record;
  const isBlind = record.blindAgain >= FEWEST_AGAIN;
  const [n, again] = isBlind ? [record.blindAgain, record.blindFound] : [record.lookedAgain, foundAgain];
  if (n < FEWEST_AGAIN) return undefined;
  const clean = observations.filter(({ defect }) => !defect).length;
  const found = observations.length - clean - foundAgain;
  const missIf = (share: number): number => (clean * share) / (clean * share + found);
  if (clean * again + found === 0) return undefined;
  const [low, high] = wilson(again, n);
  return { miss: missIf(again / n), n, found: again, interval: [missIf(low), missIf(high)], isBlind };
}
