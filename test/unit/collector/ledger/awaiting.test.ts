/** What a browser that has only just joined is told first: the outputs on which somebody waits, whole. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { eraseOutput } from '../../../../collector/ledger/erase.ts';
import { AWAITING, readAwaiting } from '../../../../collector/ledger/read/awaiting.ts';
import { type CountersignEvent, makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { hashText } from '../../../../lib/domain/output/hash.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { appOf, type Client, clientOf, newSource, newTeam, outputSeen } from '../fixtures.ts';

const REPORT = { categories: ['factual' as const], severity: 'major' as const };

describe.each(DATABASES)('what waits, on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let team: string;
  let ada: Client;
  const source = newSource();

  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(async () => {
    await drop?.();
  });

  const begin = async () => {
    team = newTeam();
    ada = await clientOf(appOf(database), database, team, 'reviewer', 'ada');
  };
  const tell = async (...events: CountersignEvent[]) => {
    const { body } = await ada.push(events);
    expect(body.results.map(({ outcome }) => outcome)).toEqual(events.map(() => 'stored'));
  };
  const about = (text: string) => hashText(text);
  const report = async (text: string) =>
    makeEvent(
      'countersign.report.made.v1',
      source,
      await about(text),
      { reportId: newId(), ...REPORT },
      { passages: [] },
    );
  const decide = async (text: string, verdict: 'approve' | 'escalate' = 'approve') =>
    makeEvent(
      'countersign.decision.made.v1',
      source,
      await about(text),
      { decisionId: newId(), verdict, reportIds: [] },
      { note: 'As it stands.' },
    );
  /** The texts of what is told, each once, in the order of the log. */
  const waiting = async (most = 100) => {
    const events = await readAwaiting(database, team, most);
    return [
      ...new Set(
        events.flatMap(({ data }) => (data.sealed && 'text' in data.sealed.content ? data.sealed.content.text : [])),
      ),
    ];
  };

  test('reported and not decided on, passed on, and reported again; not what was decided or only seen', async () => {
    await begin();
    for (const text of ['seen', 'open', 'done', 'passed', 'again']) await tell(await outputSeen(source, text));
    for (const text of ['open', 'done', 'passed', 'again']) await tell(await report(text));
    for (const text of ['done', 'again']) await tell(await decide(text));
    await tell(await decide('passed', 'escalate'), await report('again'));
    expect(await waiting()).toEqual(['open', 'passed', 'again']);
  });

  test('what waits is found by the indexes that hold just that, and not by reading the log', async () => {
    await begin();
    const plan = await database.transaction(async (queries) => {
      // A table of a few rows is read whole otherwise.
      await queries.query('set local enable_seqscan = off');
      return queries.query(`explain ${AWAITING}`, [team, 100, 100, 1_000_000]);
    });
    const said = JSON.stringify(plan);
    expect(said).toContain('events_asking');
    expect(said).toContain('events_settling');
  });

  test('a report that its author changed into a problem after a decision waits again', async () => {
    await begin();
    const praise = { reportId: newId(), categories: ['good' as const], severity: 'neutral' as const };
    const hash = await about('praised');
    await tell(
      await outputSeen(source, 'praised'),
      await makeEvent('countersign.report.made.v1', source, hash, praise, { passages: [] }),
      await decide('praised'),
    );
    expect(await waiting()).toEqual([]);
    const facts = { ...praise, ...REPORT };
    await tell(await makeEvent('countersign.report.amended.v1', source, hash, facts, { passages: [] }));
    expect(await waiting()).toEqual(['praised']);
  });

  test('a decision that is taken back lets it wait again', async () => {
    await begin();
    await tell(await outputSeen(source, 'back'), await report('back'));
    const decision = await decide('back');
    await tell(decision);
    expect(await waiting()).toEqual([]);
    const { decisionId } = decision.data.facts as { decisionId: string };
    await tell(await makeEvent('countersign.decision.withdrawn.v1', source, await about('back'), { decisionId }));
    expect(await waiting()).toEqual(['back']);
  });

  test('of many it tells the longest and the newest, each with all that the log has of it, in its order', async () => {
    await begin();
    for (let at = 0; at < 9; at += 1) await tell(await outputSeen(source, `text ${at}`), await report(`text ${at}`));
    await tell(await report('text 0'));
    // The last report counts: 0 waits anew.
    expect(await waiting(4)).toEqual(['text 0', 'text 1', 'text 2', 'text 8']);
    const events = await readAwaiting(database, team, 4);
    expect(events).toHaveLength(9);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map(({ sequence }) => sequence).sort());
    expect(events.every(({ authid }) => authid === 'ada')).toBe(true);
  });

  test('an output is told whole or not at all: of a part of its events it would be free, or held, without being so', async () => {
    await begin();
    await tell(
      await outputSeen(source, 'long'),
      await report('long'),
      await decide('long'),
      await outputSeen(source, 'short'),
    );
    await tell(...(await Promise.all(Array.from({ length: 97 }, () => report('long')))), await report('short'));
    expect(await waiting()).toEqual(['long', 'short']);
    await tell(await report('long'));
    expect(await waiting()).toEqual(['short']);
    const big = 'x'.repeat(450_000);
    for (let at = 0; at < 20; at += 1)
      await tell(await outputSeen(source, `${at} ${big}`), await report(`${at} ${big}`));
    const events = await readAwaiting(database, team, 100);
    const bySubject = Map.groupBy(events, ({ subject }) => subject);
    expect(bySubject.size).toBeLessThan(21);
    for (const [, ofOne] of bySubject)
      expect(ofOne.map(({ type }) => type.split('.')[1])).toEqual(['output', 'report']);
  });

  test('it tells nothing of another team, and no content that was erased', async () => {
    await begin();
    await tell(await outputSeen(source, 'ours'), await report('ours'));
    const before = team;
    await begin();
    expect(await waiting()).toEqual([]);
    team = before;
    await eraseOutput(database, { team, authid: 'admin', now: new Date() }, await about('ours'));
    const events = await readAwaiting(database, team, 100);
    expect(events).toHaveLength(2);
    expect(events.every(({ data }) => data.sealed === undefined)).toBe(true);
  });
});
