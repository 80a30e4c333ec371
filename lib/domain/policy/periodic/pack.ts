/**
 * The pack of a periodic review: what whoever signs it has before them, as plain data. The same for the screen, the paper and
 * the file, whose hash stands in the sign-off. Pure.
 */
import type { CountedOutput } from '../../figures/counted.ts';
import type { Figure } from '../../figures/figure.ts';
import { FEWEST_PEOPLE } from '../../figures/groups.ts';
import { RANGES, type Range } from '../../figures/months.ts';
import { waitingPastDue } from '../../figures/next-steps.ts';
import type { Tally } from '../../figures/tally.ts';
import type { Scope } from '../../figures/view.ts';
import { countedProcess } from '../../gate/asked.ts';
import { openLooks, openQuestions, openRequests, unreviewedPasses } from '../../output/process-record.ts';
import type { ProbeCount } from '../../review/probes.ts';
import { processReplay, type ReplayedProcess } from '../../review/replay/replay-of.ts';
import type { FrozenBaseline } from '../../rollout/baseline.ts';
import { type ProcessRecorded, recordedOf } from '../../rollout/recorded.ts';
import { monthsAfter } from '../completeness.ts';
import type { GovernancePolicy } from '../policy.ts';
import type { Process } from '../process.ts';
import { type Difference, differencesOf, type Json } from '../writing/draft.ts';
import type { VersionLine } from '../writing/version-line.ts';
import type { SignedReview } from './due.ts';

/** A version that held in the period, and what it changed. */
export interface PackVersion extends Omit<VersionLine, 'note'> {
  note?: string;
  /** Against the one before it; absent where that one's text is not there. */
  differences?: Difference[];
}

/** Passes without an approval in the period, by kind, and those at which nobody has looked. */
interface PackPasses {
  override: number;
  exception: number;
  bypass: number;
  unseen: number;
}

/** Whole months that are at least as long as the time between two reviews. */
export function packRange({ periodicReview }: Pick<GovernancePolicy, 'periodicReview'>): Range {
  const months = periodicReview?.everyMonths ?? USUAL_MONTHS;
  const ranges: readonly Range[] = ['month', 'quarter', 'half', 'year'];
  return ranges.find((range) => RANGES[range] >= months) ?? 'year';
}

const USUAL_MONTHS = 6;

/** Since when nobody has looked: since the last sign-off, or as long as the time between two. A time (ISO). */
export function packFrom({ periodicReview }: Pick<GovernancePolicy, 'periodicReview'>, today: string): string {
  const { everyMonths = USUAL_MONTHS, reviewedOn } = periodicReview ?? {};
  const ago = monthsAfter(today, -everyMonths);
  const day = reviewedOn !== undefined && reviewedOn < today ? reviewedOn : ago;
  return `${day}T00:00:00.000Z`;
}

/** What the period says of one process. */
export interface PackProcess {
  processId: string;
  name: string;
  /** Without the figures of fewer than five people. */
  recorded: Omit<ProcessRecorded, 'people' | 'reviewed' | 'defects'> &
    Partial<Pick<ProcessRecorded, 'reviewed' | 'defects'>>;
  passes: PackPasses;
  isStopped: boolean;
  baseline?: FrozenBaseline;
}

/** What of the record the pack is made of, worked out beside the page. */
export interface PackRead {
  processes: PackProcess[];
  /** What is open now: past its time, requests, passes and blocks that wait for somebody, questions. */
  open: { late: number; requests: number; unseen: number; looks: number; questions: number };
  replay: ReplayedProcess[];
  signed: SignedReview[];
}

interface PackFigure {
  id: string;
  figure: Figure;
  before: Figure;
}

export interface ReviewPack {
  format: 1;
  scope: Scope;
  /** The rules in force, and when they are looked at. */
  policy: GovernancePolicy;
  from: string;
  until: string;
  versions: PackVersion[];
  /** What is proposed instead, with what differs; absent where nothing is. */
  proposed?: { version: string; differences: Difference[] };
  /** Months that the figures are of. */
  months: string[];
  figures: PackFigure[];
  read: PackRead;
}

export interface PackAsked {
  policy: GovernancePolicy;
  /** Under which rules the period is replayed: those that are proposed, else those in force. */
  proposed: GovernancePolicy;
  from: string;
  until: string;
  scope: Scope;
}

interface PackRecord {
  outputs: readonly CountedOutput[];
  tallies: readonly Tally[];
  baselines: ReadonlyMap<string, FrozenBaseline>;
  stopped: ReadonlySet<string>;
  /** What was counted of test texts, by process of the proposed rules. */
  probes: ReadonlyMap<string, ProbeCount>;
  signed: SignedReview[];
}

/** Works out what the record says. */
export function packRead(
  { policy, proposed, from, until, scope }: PackAsked,
  { outputs, tallies, baselines, stopped, probes, signed }: PackRecord,
): PackRead {
  const inPeriod = outputs.filter(({ trace }) => trace.completedAt >= from);
  const recorded = recordedOf(inPeriod, policy, tallies);
  const byProcess = Map.groupBy(outputs, (output) => countedProcess(policy, output)?.id);
  const fewest = scope === 'own' ? 1 : FEWEST_PEOPLE;
  const processes = (policy.processes ?? []).map((process): PackProcess => {
    const baseline = baselines.get(process.id);
    return {
      ...{ processId: process.id, name: process.name },
      recorded: told(recorded.get(process.id), fewest),
      passes: passesIn(byProcess.get(process.id) ?? [], from),
      isStopped: process.stopped === true || stopped.has(process.id),
      ...(baseline ? { baseline } : {}),
    };
  });
  const replay = processReplay(outputs, proposed, from, { tallies, probes, fewest });
  return { processes, open: openIn(outputs, policy, until), replay, signed };
}

/** How a process was reviewed is told of enough people only. */
function told(
  { people = 0, reviewed = 0, defects = 0, medianHours, ...recorded }: Partial<ProcessRecorded> = {},
  fewest: number,
): PackProcess['recorded'] {
  const { texts = 0, answeredInTime = 0, ...rest } = recorded;
  const figures = { reviewed, defects, ...(medianHours === undefined ? {} : { medianHours }) };
  return { ...rest, texts, answeredInTime, ...(people < fewest ? {} : figures) };
}

function passesIn(outputs: readonly CountedOutput[], from: string): PackPasses {
  const made = outputs.flatMap(({ inProcess }) => inProcess?.exceptions ?? []).filter(({ madeAt }) => madeAt >= from);
  const of = (kind: 'override' | 'exception' | 'bypass') => made.filter((one) => one.kind === kind).length;
  return {
    ...{ override: of('override'), exception: of('exception'), bypass: of('bypass') },
    unseen: unreviewedPasses({ exceptions: made }).length,
  };
}

function openIn(outputs: readonly CountedOutput[], policy: GovernancePolicy, now: string): PackRead['open'] {
  const processes = new Map((policy.processes ?? []).map((process): [string, Process] => [process.id, process]));
  const sum = (of: (record: NonNullable<CountedOutput['inProcess']>) => unknown[]) =>
    outputs.reduce((all, { inProcess }) => all + (inProcess ? of(inProcess).length : 0), 0);
  return {
    late: waitingPastDue(outputs, { now, processes, calendar: policy.calendar }),
    requests: sum(openRequests),
    unseen: sum(unreviewedPasses),
    looks: sum(openLooks),
    questions: sum(openQuestions),
  };
}

/** A version with its text, as the server has it. */
export type VersionText = VersionLine & { text?: Json | undefined };

/** The versions that held in the period, the oldest first, each against the one before. `all`: every one that is known, newest first. */
export function versionsIn(all: readonly VersionText[], from: string, until: string): PackVersion[] {
  const oldestFirst = all.toReversed();
  const first = Math.max(
    0,
    oldestFirst.findLastIndex(({ inForceFrom }) => inForceFrom <= from),
  );
  return oldestFirst.slice(first).flatMap(({ text, ...line }, at): PackVersion[] => {
    if (line.inForceFrom > until) return [];
    const before = oldestFirst[first + at - 1]?.text;
    const { note, ...rest } = line;
    return [
      {
        ...rest,
        ...(note === undefined ? {} : { note }),
        ...(at > 0 && text !== undefined && before !== undefined ? { differences: differencesOf(before, text) } : {}),
      },
    ];
  });
}

interface PackParts {
  asked: PackAsked;
  versions: PackVersion[];
  months: string[];
  figures: PackFigure[];
  read: PackRead;
}

/** All of it, in an order that is always the same: the file and its hash are made of it. */
export function packOf({ asked, versions, months, figures, read }: PackParts): ReviewPack {
  const { policy, proposed, from, until, scope } = asked;
  const differences = differencesOf(policy as Json, proposed as Json);
  return {
    ...{ format: 1, scope, policy, from, until, versions },
    ...(differences.length > 0 ? { proposed: { version: proposed.version, differences } } : {}),
    ...{ months, figures, read },
  };
}

/** The pack as a file; its SHA-256 is what the sign-off names. */
export const packText = (pack: ReviewPack): string => `${JSON.stringify(pack, null, 2)}\n`;
