/** Every event type that there is, handed in by every role, on both databases: the list is the registry's. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordOn } from '../../../../collector/acts/acts.ts';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { ROLES, type Role } from '../../../../lib/domain/codes.ts';
import { type CountersignEvent, eventSchema } from '../../../../lib/domain/events/event.ts';
import { EVENTS } from '../../../../lib/domain/events/index.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { appOf, clientOf, newTeam, outcomes } from '../fixtures.ts';

const RECORDS = new URL('../../../records/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, RECORDS), 'utf8'));

interface Frozen {
  events: { key: string; event: CountersignEvent }[];
  contents: { key: string; salt: string; content: unknown }[];
}

/** The frozen examples: each type that a browser makes has one (`test/unit/store/records.test.ts` sees to that). */
function examples(): CountersignEvent[] {
  const names = readdirSync(RECORDS);
  const last = names
    .flatMap((name) => /^database\.v(\d+)\.json$/.exec(name)?.[1] ?? [])
    .sort()
    .at(-1);
  const { events, contents } = read(`database.v${last}.json`) as Frozen;
  const sealed = new Map(contents.map(({ key, salt, content }) => [key, { salt, content }]));
  const stored = events.map(({ key, event }) => {
    const own = sealed.get(key);
    const whole: object = own ? { ...(event as object), data: { ...(event.data as object), sealed: own } } : event;
    return whole;
  });
  const alone = names.filter((name) => /^event\..*\.json$/.test(name)).map(read);
  return [...stored, ...alone, ...inDump(names)].map((event) => eventSchema.parse(event));
}

/** What the newest dump of a collector's database holds: its own acts too. */
function inDump(names: readonly string[]): unknown[] {
  const dump =
    names
      .filter((name) => /^collector\.v\d+\.sql$/.test(name))
      .sort()
      .at(-1) ?? '';
  const rows = readFileSync(new URL(dump, RECORDS), 'utf8').split('\n');
  return rows.flatMap((row) => {
    const [, json] = /^INSERT INTO public\.events .*?'(\{.*\})'/.exec(row) ?? [];
    return json === undefined ? [] : [JSON.parse(json.replaceAll("''", "'"))];
  });
}

const ALL = examples();
const reportOf = ({ data: { facts } }: CountersignEvent) => ('reportId' in facts ? facts.reportId : undefined);

interface Example {
  event: CountersignEvent;
  /** What has to be there before it, from the same browser. */
  before: CountersignEvent[];
  /** And after that, from a reviewer's. */
  decided?: CountersignEvent[];
}

/** An example of a type, with what has to be there before it. */
function exampleOf(type: string): Example {
  const event = ALL.find((each) => each.type === type);
  if (!event) throw new Error(`There is no example of ${type}`);
  if (event.type === 'countersign.decision.withdrawn.v1') return { before: [decisionBefore(event)], event };
  if (event.type === 'countersign.duplicate.marked.v1') return duplicateOfOne(event);
  if (event.type === 'countersign.calibration.asked.v1') return calibrationOfOne(event);
  const reportId = reportOf(event);
  const made = ALL.find((each) => each.type === 'countersign.report.made.v1');
  if (reportId === undefined || made?.type !== 'countersign.report.made.v1' || made === event)
    return { before: [], event };
  const { source, subject } = event;
  return {
    before: [{ ...made, source, subject, data: { ...made.data, facts: { ...made.data.facts, reportId } } }],
    decided: event.type === 'countersign.report.disputed.v1' ? [declineOf(subject, reportId)] : [],
    event,
  };
}

/** A duplicate of an output that the team has. */
function duplicateOfOne(event: Extract<CountersignEvent, { type: 'countersign.duplicate.marked.v1' }>) {
  const seen = ALL.find((each) => each.type === 'countersign.output.seen.v1');
  if (!seen) throw new Error('no output');
  const facts = { ...event.data.facts, of: seen.subject };
  return { before: [seen], event: { ...event, data: { ...event.data, facts } } };
}

/** Of an output that the team has, until tomorrow. */
function calibrationOfOne(event: Extract<CountersignEvent, { type: 'countersign.calibration.asked.v1' }>) {
  const seen = ALL.find((each) => each.type === 'countersign.output.seen.v1');
  if (!seen) throw new Error('no output');
  const facts = { ...event.data.facts, until: new Date(Date.now() + 86_400_000).toISOString() };
  return { before: [seen], event: { ...event, subject: seen.subject, data: { ...event.data, facts } } };
}

/** A reviewer's word that the text may be used as it is, whatever the report says. */
function declineOf(subject: string, reportId: string): CountersignEvent {
  const made = ALL.find((each) => each.type === 'countersign.decision.made.v1');
  if (made?.type !== 'countersign.decision.made.v1') throw new Error('no decision');
  const { facts, commitment } = made.data;
  const declining = { decisionId: facts.decisionId, reportIds: [reportId], verdict: 'approve' as const };
  return { ...made, subject, data: { facts: declining, commitment } };
}

/** The decision that an event takes back. */
function decisionBefore({ source, subject, data: { facts } }: CountersignEvent): CountersignEvent {
  const made = ALL.find((each) => each.type === 'countersign.decision.made.v1');
  if (made?.type !== 'countersign.decision.made.v1' || !('decisionId' in facts)) throw new Error('no decision');
  const { decisionId } = facts;
  return { ...made, source, subject, data: { ...made.data, facts: { ...made.data.facts, decisionId } } };
}

const PERSON = 'anna';

/** A second review is given by whoever the collector drew for it. */
async function drawFor(database: SqlDatabase, team: string, event: CountersignEvent): Promise<void> {
  if (event.type !== 'countersign.second.given.v1') return;
  const { secondId } = event.data.facts;
  const under = { decisionId: secondId, processId: 'faq', policyVersion: 'v1', oneIn: 10 };
  const facts = { secondId, ...under, person: PERSON };
  await database.transaction((queries) =>
    recordOn(queries, team, event.subject, 'countersign.second.drawn.v1', facts, new Date()),
  );
}

/** Those who are asked to judge have to be there. */
const askedIn = ({ data: { facts } }: CountersignEvent): string[] =>
  'seats' in facts ? facts.seats.map(({ person }) => person) : [];

/** Who works with the extension: each of them may see, report, use and check, and their browsers note it. */
const PEOPLE: readonly Role[] = ['reporter', 'reviewer', 'admin'];
const BROWSERS = EVENTS.filter(({ about }) => about !== 'act' && about !== 'clock');
const ACTS = EVENTS.filter(({ about }) => about === 'act' || about === 'clock');

test('what a browser notes by itself, each person’s may hand in', () => {
  for (const { type, quiet, sentBy } of BROWSERS)
    if (quiet) expect(sentBy, type).toEqual(expect.arrayContaining([...PEOPLE]));
});

describe.each(DATABASES_OF_MANY)('each type by each role on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test.each(BROWSERS.flatMap(({ type, sentBy }) => ROLES.map((role) => ({ type, role, may: sentBy.includes(role) }))))(
    '$type by a $role',
    async ({ type, role, may }) => {
      const [app, team] = [appOf(database), newTeam()];
      const client = await clientOf(app, database, team, role, PERSON);
      const { before, decided = [], event } = exampleOf(type);
      if (before.length > 0) await client.push(before);
      await drawFor(database, team, event);
      for (const name of askedIn(event)) await clientOf(app, database, team, 'reviewer', name);
      if (decided.length > 0) await (await clientOf(app, database, team, 'reviewer')).push(decided);
      const answer = await client.push([event]);
      expect(outcomes(answer).at(-1)).toBe(may ? 'stored' : 'refused:role_may_not');
      if (may) expect(outcomes(await client.push([event]))).toEqual(['duplicate']);
    },
  );

  test.each(ACTS.flatMap(({ type }) => ROLES.map((role) => ({ type, role }))))(
    '$type, a collector’s own, by no $role',
    async ({ type, role }) => {
      const client = await clientOf(appOf(database), database, newTeam(), role);
      const { event } = exampleOf(type);
      expect(outcomes(await client.push([event]))).toEqual(['refused:role_may_not']);
    },
  );
});
