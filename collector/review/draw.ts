/**
 * Draws whether a person has to look at an output, where the record of its stratum lets only some be asked. What was drawn is
 * written into the log, asked for or accepted, so that whoever asks for many and uses one has them all counted.
 */
import { isPraise } from '../../lib/domain/codes.ts';
import type { CountersignEvent, FactsOf } from '../../lib/domain/events/event.ts';
import { stratumOf } from '../../lib/domain/output/stratum.ts';
import type { GovernancePolicy } from '../../lib/domain/policy/policy.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import { isDrawnByKey } from '../../lib/domain/review/draw.ts';
import { standingFrom } from '../../lib/domain/review/strata.ts';
import { recordOn } from '../acts/acts.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { redone } from '../database/retry.ts';
import { lockTeam } from '../ledger/insert.ts';
import { withStopsOf } from '../policy/governed.ts';
import { happenedTo, processesFor, standing, type Told } from '../policy/happened.ts';
import { readTold } from '../policy/told.ts';
import { versionInForce } from '../policy/versions.ts';
import { drawKey } from './draw-keys.ts';
import { RECORD_TYPES, readReviewed } from './record.ts';

/** What is asked of: a text by its hash, and where its page showed it. */
interface DrawAsked {
  hash: string;
  processId: string;
  tool: string;
  model?: string | undefined;
}

type DrawFacts = FactsOf<'countersign.output.drawn.v1'>;

/** `review`: nothing is drawn here, everything is reviewed. `sequence`: of the event, where one was written now. */
interface DrawAnswer {
  outcome: DrawFacts['outcome'] | 'review';
  sequence?: string;
}

const REVIEW: DrawAnswer = { outcome: 'review' };

/** Draws, once for each output under a version: whoever asks again hears the same. */
export function drawOutput(database: SqlDatabase, team: string, asked: DrawAsked, now: Date): Promise<DrawAnswer> {
  return redone(database, async (queries) => {
    await lockTeam(queries, team);
    const under = await ruleFor(queries, team, asked.processId, now);
    if (!under) return REVIEW;
    const { number, policy, process } = under;
    const told = (await readTold(queries, team, [asked.hash], RECORD_TYPES)).get(asked.hash) ?? [];
    const [before] = told.flatMap(({ event }) => drawnUnder(event, process.id, policy.version));
    if (before) return { outcome: before.outcome };
    if (isSpokenFor(told) || isElsewhere(told, policy, process, asked)) return REVIEW;
    const facts = await evidence(queries, team, under, stratumOf(process.id, asked.tool, asked.model ?? ''));
    if (!facts) return REVIEW;
    const key = await drawKey(queries, team, number, now);
    const outcome = (await isDrawnByKey(key, asked.hash, facts.oneIn)) ? 'ask' : 'auto_accept';
    return {
      outcome,
      sequence: await recordOn(queries, team, asked.hash, 'countersign.output.drawn.v1', { ...facts, outcome }, now),
    };
  });
}

interface Ruled {
  number: number;
  policy: GovernancePolicy;
  process: Process;
}

/** The process under the version in force; nothing passes in one that is stopped. */
async function ruleFor(queries: Queries, team: string, processId: string, now: Date): Promise<Ruled | undefined> {
  const version = await versionInForce(queries, team, now);
  if (version?.policy.format !== 2) return undefined;
  const policy = await withStopsOf(queries, team, version.policy);
  const process = policy.processes?.find(({ id }) => id === processId);
  return process && !process.stopped ? { number: version.number, policy, process } : undefined;
}

const drawnUnder = (event: CountersignEvent, processId: string, policyVersion: string): DrawFacts[] =>
  event.type === 'countersign.output.drawn.v1' &&
  event.data.facts.processId === processId &&
  event.data.facts.policyVersion === policyVersion
    ? [event.data.facts]
    : [];

/** Somebody said something of it: from then on people decide. */
function isSpokenFor(told: readonly Told[]): boolean {
  const back = new Set(
    told.flatMap(({ event }) => (event.type === 'countersign.report.withdrawn.v1' ? event.data.facts.reportId : [])),
  );
  return standing(told).some(
    ({ event }) =>
      event.type === 'countersign.decision.made.v1' ||
      (event.type === 'countersign.report.made.v1' &&
        !isPraise(event.data.facts.categories) &&
        !back.has(event.data.facts.reportId)),
  );
}

/** Where the log knows the text, it has to be of this process, tool and model: nobody has it drawn in a better stratum. */
function isElsewhere(
  told: readonly Told[],
  policy: GovernancePolicy,
  process: Process,
  { tool, model = '' }: DrawAsked,
): boolean {
  const seen = told.find(({ event }) => event.type === 'countersign.output.seen.v1')?.event;
  if (seen?.type !== 'countersign.output.seen.v1') return false;
  const { trace } = seen.data.facts;
  const own = stratumOf(process.id, trace.tool, trace.model ?? '');
  return own !== stratumOf(process.id, tool, model) || !processesFor(policy, happenedTo(told)).includes(process);
}

/** The rule and what speaks for it; undefined where the record does not let anything be accepted. */
async function evidence(
  queries: Queries,
  team: string,
  { number, policy, process }: Ruled,
  stratum: string,
): Promise<Omit<DrawFacts, 'outcome'> | undefined> {
  const events = await readReviewed(queries, team, { number, version: policy.version });
  const view = standingFrom(events, policy, process).get(stratum);
  if (!view?.accepts) return undefined;
  const { plan, standing: now } = view;
  return {
    ...{ processId: process.id, policyVersion: policy.version, stratum, rule: 'sampled' as const },
    ...{ oneIn: plan.oneIn, clean: plan.clean, reviewed: now.reviewed, defects: now.defects },
  };
}
