/** From an output's events to what the screens show of it. Pure, and independent of the order in which they came. */
import { veiled } from '../decision/calibration.ts';
import { fallsWhenRefused, type Refusals, refusedActs } from '../decision/refused.ts';
import { type CountersignEvent, eventKey } from '../events/event.ts';
import { eventDeclared } from '../events/index.ts';
import { isAt } from '../output/address.ts';
import type { Output, OutputContent, Sighting } from '../output/output.ts';
import { hasHappened, nothingHappened } from '../output/process-record.ts';
import { isHolding, statusOf } from '../output/status.ts';
import { asSeen } from '../output/text.ts';
import type { Trace } from '../output/trace.ts';
import { type CitationCheck, standingCheck } from '../sources/citation.ts';
import { openSecondOf, tellsVerdict } from './blind.ts';
import type { OutputFolding } from './folding.ts';
import { hasHandling, nothingHandled } from './handling.ts';
import { compareEvents } from './order.ts';
import { nothingWithdrawn } from './withdrawn.ts';

const NOTHING: ReadonlySet<string> = new Set();
const NONE: Refusals = new Map();

/**
 * The output that `events` (all of one subject) describe, or undefined while its `output.seen` has not come. `claimed`: the keys
 * of those that a file claims and nothing shows to be so. A text in them is shown, since its address proves it; what they
 * decide stands apart, and what they report is marked: it moves no status and waits for no decision. `refusals`: why the
 * collector refused some of them; of what the policy has a say in, those count for nothing. `person`: whose browser it is, by
 * their subject: while they are to judge it a second time, what the first one said is left out. `now`: until when a calibration
 * is over by its time.
 */
export function foldOutput(
  all: readonly CountersignEvent[],
  claimed: ReadonlySet<string> = NOTHING,
  refusals: Refusals = NONE,
  person?: string,
  now = new Date().toISOString(),
): Output | undefined {
  const blind = openSecondOf(
    all.filter((event) => !refusals.has(eventKey(event)) && !claimed.has(eventKey(event))),
    person,
    now,
  );
  const events = blind ? all.filter((event) => !tellsVerdict(event)) : all;
  const output = foldTold(events, claimed, refusals);
  const shown = output && withVeils(output, now);
  return shown && blind ? { ...shown, blind } : shown;
}

/** What is said in a calibration is seen when it is over, by everybody at once. */
function withVeils(output: Output, now: string): Output {
  const { inProcess } = output;
  if (!inProcess?.calibrations) return output;
  const calibrations = inProcess.calibrations.map((one) => veiled(one, now));
  return { ...output, inProcess: { ...inProcess, calibrations } };
}

function foldTold(
  events: readonly CountersignEvent[],
  claimed: ReadonlySet<string>,
  refusals: Refusals,
): Output | undefined {
  const counts = (event: CountersignEvent) => !(fallsWhenRefused(event) && refusals.has(eventKey(event)));
  const proved = events.filter((event) => !claimed.has(eventKey(event)) && counts(event));
  const unproved = events.filter((event) => claimed.has(eventKey(event)));
  const [folding, aside] = [inOrder(proved), inOrder(unproved)];
  const seen = [...folding.seen, ...aside.seen];
  const { own, content } = ownTexts(seen);
  const first = own[0] ?? seen[0];
  if (!first) return undefined;
  const foreign = own.length < seen.length;
  const output = build({ ...folding, seen: own }, first, proved.length > 0 ? proved : unproved, content, foreign);
  const refused = refusals.size > 0 ? refusedActs(events, refusals) : [];
  const said = refused.length > 0 ? { ...output, refused } : output;
  return unproved.length > 0 ? withClaims(said, aside) : said;
}

function withClaims(output: Output, { reports, decisions }: OutputFolding): Output {
  const known = new Set(output.reports.map(({ reportId }) => reportId));
  const claims = [...reports.values()].filter(({ reportId }) => !known.has(reportId));
  return {
    ...output,
    reports: [...output.reports, ...claims.map((report) => ({ ...report, unproved: true as const }))],
    ...(decisions.length > 0 ? { unproved: decisions } : {}),
  };
}

function inOrder(events: readonly CountersignEvent[]): OutputFolding {
  const sorted = [...events].sort(compareEvents);
  const withdrawn = nothingWithdrawn();
  for (const event of sorted) eventDeclared(event.type)?.fold('withdrawn', withdrawn, event);
  const folding: OutputFolding = {
    seen: [],
    reports: new Map(),
    answers: new Map(),
    decisions: [],
    withdrawn: withdrawn.at,
    takenBack: [],
    checks: [],
    reuses: new Map(),
    process: nothingHappened(),
    turns: [],
    handling: nothingHandled(),
  };
  for (const event of sorted) eventDeclared(event.type)?.fold('output', folding, event);
  return folding;
}

/**
 * The sightings whose text is the output's own, and that text. What stands under the address of another text, whoever sent
 * it and however early it came, is shown nowhere.
 */
function ownTexts(seen: OutputFolding['seen']): { own: OutputFolding['seen']; content?: OutputContent } {
  let content: OutputContent | undefined;
  const own = seen.filter(({ subject, data: { sealed } }) => {
    if (!sealed) return true;
    const { text, veiled } = sealed.content;
    // The same words again need no second hash.
    if (!(content?.text === text && content.veiled === veiled) && !isAt(subject, sealed.content)) return false;
    content ??= sealed.content;
    return true;
  });
  return { own, ...(content ? { content: { ...content, text: withoutDirections(content.text) } } : {}) };
}

/** Marks that turn the direction of reading are no part of an address: what they force is shown as it is seen, without them. */
const withoutDirections = (text: string): string =>
  asSeen(text).replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '');

function build(
  folding: OutputFolding,
  first: OutputFolding['seen'][number],
  told: readonly CountersignEvent[],
  content: OutputContent | undefined,
  foreign: boolean,
): Output {
  const { outputId, previousHash } = first.data.facts;
  const reports = [...folding.reports.values()];
  const [checks, sightings] = [standingChecks(folding.checks), sightingsOf(folding.seen)];
  // What was taken out again was not used.
  const reuses = [...folding.reuses.values()].filter(({ kept }) => kept > 0);
  // Where another text was shown in the place of this one, nobody can have freed this one.
  const unseen = foreign && !content;
  const standing = folding.decisions.filter(({ verdict, otherText }) => isHolding(verdict) || !(unseen || otherText));
  return {
    hash: first.subject,
    outputId,
    trace: traceOf(first, folding.seen),
    ...(previousHash ? { previousHash } : {}),
    ...(content ? { content } : {}),
    status: statusOf(reports, standing),
    reports,
    decisions: folding.decisions,
    ...(folding.takenBack.length > 0 ? { takenBack: folding.takenBack } : {}),
    ...(checks.length > 0 ? { checks } : {}),
    ...(sightings.length > 1 ? { sightings } : {}),
    ...(reuses.length > 0 ? { reuses } : {}),
    ...(hasHappened(folding.process) ? { inProcess: folding.process } : {}),
    ...(folding.turns.length > 0 ? { turns: folding.turns } : {}),
    ...(hasHandling(folding.handling) ? { handling: folding.handling } : {}),
    openReports: reports.filter((report) => report.state === 'open').length,
    firstSeenAt: told.reduce((at, event) => (event.time < at ? event.time : at), first.time),
    updatedAt: told.reduce((at, event) => (event.time > at ? event.time : at), first.time),
  };
}

/** The trace of the first sighting, with what its page said there last of how sure the tool is: many say it later than the answer. */
function traceOf(first: OutputFolding['seen'][number], seen: OutputFolding['seen']): Trace {
  const { trace } = first.data.facts;
  const later = seen.findLast(
    ({ source, authid, data }) =>
      source === first.source &&
      (authid === first.authid || authid === undefined || first.authid === undefined) &&
      placeSeen(data.facts.trace) === placeSeen(trace) &&
      data.facts.trace.statedConfidence !== undefined,
  )?.data.facts.trace;
  return later ? { ...trace, statedConfidence: later.statedConfidence } : trace;
}

function standingChecks(checks: readonly CitationCheck[]): CitationCheck[] {
  const byUrl = Map.groupBy(checks, ({ url }) => url);
  return [...byUrl.values()].flatMap((ofOne) => standingCheck(ofOne) ?? []);
}

/** What makes two sightings one: the same conversation in the same browser, or the same page where the tool names none. */
export const placeSeen = ({
  tool,
  conversationId,
  pageUrl,
}: Pick<Sighting, 'tool' | 'conversationId' | 'pageUrl'>): string => `${tool} ${conversationId ?? pageUrl}`;

/** The first sighting at each place. */
function sightingsOf(seen: OutputFolding['seen']): Sighting[] {
  const byPlace = new Map<string, Sighting>();
  for (const { source, authid, time, data } of seen) {
    const { tool, toolName, model, conversationId, pageUrl, pageTitle, brief } = data.facts.trace;
    const key = `${source} ${placeSeen(data.facts.trace)}`;
    if (byPlace.has(key)) continue;
    byPlace.set(key, {
      ...{ tool, toolName, pageUrl, source, seenAt: time },
      ...(model ? { model } : {}),
      ...(conversationId ? { conversationId } : {}),
      ...(pageTitle ? { pageTitle } : {}),
      ...(brief ? { brief } : {}),
      ...(authid ? { author: authid } : {}),
    });
  }
  return [...byPlace.values()];
}
