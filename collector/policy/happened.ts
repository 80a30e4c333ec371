/** What the log says of one output, as far as the rules of the policy ask for it. */
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import { placeSeen } from '../../lib/domain/fold/output.ts';
import { processOf, type SeenAt } from '../../lib/domain/gate/asked.ts';
import type { Passed } from '../../lib/domain/people/authority.ts';
import type { Policy } from '../../lib/domain/policy/policy.ts';
import type { Process } from '../../lib/domain/policy/process.ts';

type EventOf<T extends CountersignEvent['type']> = Extract<CountersignEvent, { type: T }>;

/** An event of the log, by whom, and when the collector took it. */
export interface Told<T extends CountersignEvent['type'] = CountersignEvent['type']> {
  event: EventOf<T>;
  by: string;
  at: string;
}

/** Types that are asked for. */
export const ASKED_TYPES = [
  ...['output.seen', 'decision.made', 'decision.withdrawn', 'decision.drawn', 'process.chosen'],
  ...['approval.requested', 'gate.overridden', 'escalation.rehearsed'],
].map((name) => `countersign.${name}.v1`);

interface Sighting extends SeenAt {
  place: string;
  by: string;
}

interface Asked {
  kind: 'approval' | 'exception';
  processId: string;
  textHash: string;
  by: string;
}

export interface Happened {
  /** The first at each place: who had the text made there. Later ones only looked. */
  sightings: Sighting[];
  /** When the text first came up, by the collector's clock. */
  seenAt?: string;
  /** What a person said of it last. */
  chosen?: string;
  concernsPublic?: boolean;
  requests: Map<string, Asked>;
  /** Requests that somebody has granted. */
  granted: Set<string>;
  /** Who corrected the text into which. */
  corrections: { textHash: string; by: string }[];
  /** Who let it go on their own word, while nobody else has looked at that. */
  passes: Passed[];
  /** Who blocked it last, and who did where that was drawn, while nobody else has looked again. */
  blockedBy?: string;
  blockers: string[];
  /** Versions of the policy under which one was drawn. */
  drawnUnder: Set<string>;
  /** The last decision that stands holds it back for good; passing it on says nothing of it. */
  blocked: boolean;
  /** Every decision on it by its id, also those that were taken back: what they said, and by whom. */
  decisions: Map<string, Told<'countersign.decision.made.v1'>>;
}

/** All of it, from the events of one output in their order. A decision that was taken back moved nothing. */
export function happenedTo(told: readonly Told[]): Happened {
  const happened: Happened = {
    ...{ sightings: [], requests: new Map(), granted: new Set(), corrections: [], passes: [], blocked: false },
    ...{ blockers: [], drawnUnder: new Set(), decisions: new Map() },
  };
  for (const { event, by, at } of told)
    if (event.type === 'countersign.decision.made.v1')
      happened.decisions.set(event.data.facts.decisionId, { event, by, at });
  for (const one of standing(told)) take(happened, one);
  return happened;
}

/**
 * What counts of what was told: all but decisions that whoever made them took back, and what was drawn of those. The collector
 * lets nobody else.
 */
export function standing(told: readonly Told[]): Told[] {
  const gone = new Set(
    told.flatMap(({ event, by }) =>
      event.type === 'countersign.decision.withdrawn.v1' ? `${by} ${event.data.facts.decisionId}` : [],
    ),
  );
  if (gone.size === 0) return [...told];
  const made = told.filter(
    ({ event, by }) =>
      event.type !== 'countersign.decision.made.v1' || !gone.has(`${by} ${event.data.facts.decisionId}`),
  );
  const left = new Set(
    made.flatMap(({ event }) => (event.type === 'countersign.decision.made.v1' ? event.data.facts.decisionId : [])),
  );
  return made.filter(
    ({ event }) => event.type !== 'countersign.decision.drawn.v1' || left.has(event.data.facts.decisionId),
  );
}

function take(happened: Happened, { event, by, at }: Told): void {
  switch (event.type) {
    case 'countersign.output.seen.v1':
      return sighted(happened, event, by, at);
    case 'countersign.process.chosen.v1':
      return chose(happened, event);
    case 'countersign.approval.requested.v1': {
      const { requestId, kind, processId, textHash } = event.data.facts;
      if (!happened.requests.has(requestId)) happened.requests.set(requestId, { kind, processId, textHash, by });
      return;
    }
    case 'countersign.gate.overridden.v1':
      if (event.data.facts.kind !== 'exception') happened.passes.push({ by, at });
      else if (event.data.facts.requestId !== undefined) happened.granted.add(event.data.facts.requestId);
      return;
    case 'countersign.decision.drawn.v1': {
      // It was drawn in the moment in which it was made: no id that somebody makes up says whose it was.
      if (happened.blockedBy !== undefined) happened.blockers.push(happened.blockedBy);
      happened.drawnUnder.add(event.data.facts.policyVersion);
      return;
    }
    case 'countersign.decision.made.v1':
      return decided(happened, event, by);
  }
}

/** A decision by somebody else than whoever let it go, or blocked it, looks at that. */
function decided(happened: Happened, event: EventOf<'countersign.decision.made.v1'>, by: string): void {
  const { verdict, inProcess } = event.data.facts;
  if (verdict !== 'escalate') happened.blocked = verdict === 'block';
  if (verdict === 'block') happened.blockedBy = by;
  if (verdict !== 'escalate') {
    happened.blockers = happened.blockers.filter((blocker) => blocker === by);
    happened.passes = inProcess?.selfReview ? [] : happened.passes.filter((pass) => pass.by === by);
  }
  if (verdict === 'modify' && inProcess) happened.corrections.push({ textHash: inProcess.textHash, by });
}

function sighted(happened: Happened, event: EventOf<'countersign.output.seen.v1'>, by: string, at: string): void {
  const { trace } = event.data.facts;
  const place = placeSeen(trace);
  happened.seenAt ??= at;
  if (happened.sightings.some((one) => one.place === place)) return;
  happened.sightings.push({ place, tool: trace.tool, pageUrl: trace.pageUrl, brief: trace.brief, by });
}

function chose(happened: Happened, event: EventOf<'countersign.process.chosen.v1'>): void {
  const { processId, concernsPublic } = event.data.facts;
  if (processId !== undefined) happened.chosen = processId;
  if (concernsPublic !== undefined) happened.concernsPublic ||= concernsPublic;
}

/** The processes that a text may belong to: by what a person said, else by each place where it was seen. The first leads. */
export function processesFor(policy: Policy, { sightings, chosen }: Happened): Process[] {
  return [...new Set(sightings.flatMap((place) => processOf(policy, place, chosen) ?? []))];
}

/** Whose text it is: who had it made, and who edited it last. */
export function authorsOf({ sightings, corrections }: Happened, textHash: string): string[] {
  const editor = corrections.findLast((one) => one.textHash === textHash)?.by;
  return [...new Set([...sightings.map(({ by }) => by), ...(editor === undefined ? [] : [editor])])];
}
