/** What figures are counted from: outputs without a word of what anybody or any AI wrote. */
import type { Decision } from '../decision/decision.ts';
import type { Output, Sighting } from '../output/output.ts';
import type {
  ApprovalRequest,
  Calibration,
  Handoff,
  MadeException,
  ProcessRecord,
  Question,
  SecondVerdict,
} from '../output/process-record.ts';
import { statedShare } from '../output/stated.ts';
import type { Trace } from '../output/trace.ts';
import type { Report } from '../report/report.ts';

type CountedTrace = Pick<
  Trace,
  'tool' | 'toolName' | 'model' | 'process' | 'brief' | 'completedAt' | 'characters' | 'pageUrl'
> & {
  /** How sure the tool said it is, as a share of one; missing where it said nothing that can be compared. */
  stated?: number;
};
type CountedReport = Omit<Report, 'hash' | 'content' | 'decisionNote' | 'dispute'>;

/** What happened in its process, as far as figures go: who, what and when. */
type CountedRecord = Pick<ProcessRecord, 'processId' | 'seconds' | 'secondLooks' | 'calibrations'> & {
  requests: Omit<ApprovalRequest, 'note'>[];
  exceptions: Omit<MadeException, 'reason'>[];
  questions: Omit<Question, 'text'>[];
  handoffs: Omit<Handoff, 'note'>[];
};

/** An output as figures see it. */
export interface CountedOutput extends Pick<Output, 'hash' | 'reuses'> {
  trace: CountedTrace;
  reports: CountedReport[];
  decisions: Omit<Decision, 'content'>[];
  sightings?: Pick<Sighting, 'tool' | 'pageUrl' | 'source' | 'author'>[];
  inProcess?: CountedRecord;
}

/** The output without its words. What a file only claims is no figure. */
export const countedOf = ({ hash, trace, ...output }: Output): CountedOutput => ({
  hash,
  trace: countedTrace(trace),
  reports: output.reports
    .filter(({ unproved }) => !unproved)
    .map(({ hash: _, content: __, decisionNote: ___, dispute: ____, ...report }) => report),
  decisions: output.decisions.map(({ content: _, ...decision }) => decision),
  ...(output.reuses ? { reuses: output.reuses } : {}),
  ...(output.sightings ? { sightings: output.sightings.map(countedSighting) } : {}),
  ...(output.inProcess ? { inProcess: countedRecord(output.inProcess) } : {}),
});

/** Whether it is in any figure: what was only seen is in none. */
export const isCounted = ({ reports, decisions, reuses, inProcess }: CountedOutput): boolean =>
  reports.length > 0 || decisions.length > 0 || reuses !== undefined || inProcess !== undefined;

function countedTrace({
  tool,
  toolName,
  model,
  process,
  brief,
  completedAt,
  characters,
  pageUrl,
  statedConfidence = '',
}: Trace): CountedTrace {
  const stated = statedShare(statedConfidence);
  return {
    ...{ tool, toolName, completedAt, characters, pageUrl },
    ...(model === undefined ? {} : { model }),
    ...(process ? { process } : {}),
    ...(brief ? { brief } : {}),
    ...(stated === undefined ? {} : { stated }),
  };
}

const countedSighting = ({ tool, pageUrl, source, author }: Sighting) => ({
  ...{ tool, pageUrl, source },
  ...(author === undefined ? {} : { author }),
});

function countedRecord(record: ProcessRecord): CountedRecord {
  const { processId, requests, exceptions, questions, handoffs, seconds, secondLooks, calibrations } = record;
  return {
    ...(processId === undefined ? {} : { processId }),
    requests: requests.map(({ note: _, ...request }) => request),
    exceptions: exceptions.map(({ reason: _, ...exception }) => exception),
    questions: questions.map(({ text: _, answer, ...question }) => ({
      ...question,
      ...(answer ? { answer: { source: answer.source, madeAt: answer.madeAt } } : {}),
    })),
    handoffs: handoffs.map(({ note: _, ...handoff }) => handoff),
    ...(secondLooks ? { secondLooks } : {}),
    ...(seconds ? { seconds: seconds.map(withoutWords) } : {}),
    ...(calibrations ? { calibrations: calibrations.map(withoutAnyWords) } : {}),
  };
}

const withoutAnyWords = ({ seats, ...calibration }: Calibration): Calibration => ({
  ...calibration,
  seats: seats.map(withoutWords),
});

function withoutWords<T extends { given?: SecondVerdict }>({
  given,
  ...asked
}: T): Omit<T, 'given'> & Pick<T, 'given'> {
  if (!given) return asked;
  const { content: _, ...said } = given;
  return { ...asked, given: said };
}

/** By what figures are split, the widest first: what is too small to stand alone is merged from the last one on. */
export const DIMENSIONS = ['tool', 'process', 'model', 'brief'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export type Traits = Record<Dimension, string>;

/** In the place of a value that is not known: of a model that the page did not name, of a text outside any process. */
export const UNKNOWN = '';

/** In which stratum an output is counted. */
function traitsOf({ trace, inProcess, decisions }: CountedOutput): Traits {
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
function peopleOf({ reports, decisions, reuses, sightings, inProcess }: CountedOutput): string[] {
  const people = new Set<string>();
  for (const parts of [sightings, reports, decisions, reuses, inProcess?.requests, inProcess?.exceptions])
    for (const part of parts ?? []) people.add(personOf(part));
  return [...people];
}

/** Where an output is counted, and who had a part in it. */
interface Place {
  /** The same object for all outputs of a stratum. */
  stratum: Traits;
  /** The same list for all outputs that the same people had a part in. */
  people: readonly string[];
}

const PLACES = new WeakMap<CountedOutput, Place>();
const STRATA = new Map<string, Traits>();
const PARTIES = new Map<string, readonly string[]>();

/** Worked out once for everything that is counted of an output. */
export function countedAt(output: CountedOutput): Place {
  const known = PLACES.get(output);
  if (known) return known;
  const place = { stratum: sharedStratum(traitsOf(output)), people: sharedParty(peopleOf(output)) };
  PLACES.set(output, place);
  return place;
}

function sharedStratum(traits: Traits): Traits {
  const key = stratumKey(traits, DIMENSIONS);
  const shared = STRATA.get(key) ?? traits;
  STRATA.set(key, shared);
  return shared;
}

function sharedParty(people: readonly string[]): readonly string[] {
  const key = people.join(BETWEEN);
  const shared = PARTIES.get(key) ?? people;
  PARTIES.set(key, shared);
  return shared;
}

/** No value has this character in it: it divides the values of a key. */
const BETWEEN = '\u0000';

/** A stratum, as far as some of its values are known. */
export const stratumKey = (stratum: Traits, known: readonly Dimension[]): string =>
  known.map((dimension) => stratum[dimension]).join(BETWEEN);
