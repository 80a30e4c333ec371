/** The log over HTTP, on both databases: what is stored, once, in order, for whom, and what is not. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { revokeToken } from '../../../../collector/people/tokens.ts';
import { type CountersignEvent, contentHolds, eventSchema, eventWith } from '../../../../lib/domain/events/event.ts';
import { bodyOf, type ChainedRow, GENESIS, linkText } from '../../../../lib/domain/export/chained.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { commitTo, newSalt, sha256Now } from '../../../../lib/domain/output/hash.ts';
import { DATABASES, openFresh } from '../databases.ts';
import {
  appOf,
  clientOf,
  newSource,
  newTeam,
  outcomes,
  outputSeen,
  reportMade,
  sequence,
  siteDegraded,
} from '../fixtures.ts';

type Linked = Omit<ChainedRow, 'team' | 'event'> & { link: string };

describe.each(DATABASES)('the log on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let app: App;
  const source = newSource();
  const reporterOf = (team: string, subject?: string) => clientOf(app, database, team, 'reporter', subject);

  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    app = appOf(database);
  });
  afterAll(async () => {
    await drop?.();
  });

  test('what was pushed is pulled: same content, stamped with sequence and author', async () => {
    const client = await reporterOf(newTeam(), 'ada');
    const events = [await outputSeen(source, 'The capital is Rome.'), await reportMade(source, 'Perché? 🙂 "quotes"')];
    const pushed = await client.push(events);
    expect(pushed.status).toBe(200);
    expect(pushed.body.results).toEqual(
      events.map(({ id }, index) => ({ id, source, outcome: 'stored', sequence: sequence(index + 1) })),
    );
    const { body } = await client.pull();
    expect(body).toEqual({
      events: events.map((event, index) => eventWith(event, { sequence: sequence(index + 1), authid: 'ada' })),
      next: sequence(2),
      more: false,
      end: sequence(2),
    });
    for (const event of body.events) expect(await contentHolds(eventSchema.parse(event))).toBe(true);
  });

  test('its links are worked out from what is pulled, in the order of the numbers, up to the head', async () => {
    const team = newTeam();
    const client = await reporterOf(team, 'ada');
    const read = async (path: string) => {
      const answer = await app.request(path, { headers: { authorization: `Bearer ${client.token}` } });
      return (await answer.json()) as { links: Linked[]; link: string };
    };
    // More than nine: a number is no text.
    const texts = Array.from({ length: 12 }, (_, n) => outputSeen(source, `Text ${n}.`));
    await client.push(await Promise.all(texts));
    const { body } = await client.pull();
    const { links } = await read('/v1/links');
    const events = new Map((body.events as CountersignEvent[]).map((event) => [event.sequence, event]));
    let link = GENESIS;
    for (const [at, row] of links.entries()) {
      expect(row.sequence).toBe(sequence(at + 1));
      const event = events.get(row.sequence);
      if (!event) throw new Error('an event for each link');
      link = sha256Now(linkText(link, { ...row, team, event: bodyOf(event) }));
      expect(row.link).toBe(link);
    }
    expect((await read('/v1/head')).link).toBe(link);
    expect((await read('/v1/links?after=10&limit=1')).links).toEqual([links[10]]);
  });

  test('a tool that can no longer be read: told by any role, for a site and nothing below it, without content', async () => {
    const client = await reporterOf(newTeam());
    const event = await siteDegraded(source, 'https://chat.example.com');
    const below = { ...(event as object), id: newId(), subject: 'https://chat.example.com/c/secret' };
    const facts: object = event.data;
    const content = {
      ...(event as object),
      id: newId(),
      data: { ...facts, sealed: { salt: newSalt(), content: 'secret' } },
    };
    const pushed = await client.push([event, below, content]);
    expect(outcomes(pushed)).toEqual(['stored', 'refused:invalid_event', 'refused:invalid_event']);
    const { body } = await client.pull();
    expect(body.events).toMatchObject([{ subject: 'https://chat.example.com', data: event.data }]);
  });

  test('a repeated push stores nothing twice and answers with the first sequences', async () => {
    const client = await reporterOf(newTeam());
    const events = await Promise.all([reportMade(source), reportMade(source)]);
    const first = await client.push(events);
    const second = await client.push(events);
    expect(outcomes(second)).toEqual(['duplicate', 'duplicate']);
    expect(second.body.results.map((result) => result.sequence)).toEqual(
      first.body.results.map((result) => result.sequence),
    );
    expect((await client.pull()).body.events).toHaveLength(2);
  });

  test('the same event twice in one batch is stored once; another body under its id is a conflict', async () => {
    const client = await reporterOf(newTeam());
    const event = await reportMade(source);
    const other = { ...(await reportMade(source)), id: event.id };
    expect(outcomes(await client.push([event, event, other]))).toEqual(['stored', 'duplicate', 'refused:conflict']);
    expect(outcomes(await client.push([other, event]))).toEqual(['refused:conflict', 'duplicate']);
    expect((await client.pull()).body.events.map(({ data }) => data)).toEqual([event.data]);
  });

  test('a refused event stops none beside it and takes no number', async () => {
    const client = await reporterOf(newTeam());
    const [first, second] = await Promise.all([reportMade(source), reportMade(source)]);
    const broken = [{ ...first, id: 'no uuid' }, 7, null, [], 'text', { ...(first as object), extra: 1 }];
    const pushed = await client.push([first, ...broken, second]);
    expect(outcomes(pushed)).toEqual(['stored', ...broken.map(() => 'refused:invalid_event'), 'stored']);
    expect(pushed.body.results[7]?.sequence).toBe(sequence(2));
    expect(pushed.body.results[1]).toMatchObject({ id: 'no uuid', source });
  });

  test('content that is not what the event commits to is refused', async () => {
    const client = await reporterOf(newTeam());
    const event = await reportMade(source);
    const other = await reportMade(source, 'something else');
    const data: object = event.data;
    const forged = eventWith(event, {}, { ...data, sealed: other.data.sealed });
    expect(outcomes(await client.push([forged]))).toEqual(['refused:content_does_not_hold']);
  });

  test('an event of the day after tomorrow is refused, one of an hour ahead is not', async () => {
    const client = await reporterOf(newTeam());
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);
    const far = await reportMade(source, 'far', undefined, inHours(25));
    const near = await reportMade(source, 'near', undefined, inHours(1));
    const ancient = { ...(await reportMade(source)), time: '0000-01-01T00:00:00.000Z' };
    expect(outcomes(await client.push([far, near, ancient]))).toEqual(['refused:time_in_future', 'stored', 'stored']);
  });

  test('stamps that a client claims are replaced by the true ones', async () => {
    const client = await reporterOf(newTeam(), 'ada');
    const event = await reportMade(source);
    await client.push([eventWith(event, { sequence: '9999999999999999', authid: 'boss' })]);
    const [stored] = (await client.pull()).body.events;
    expect(stored).toMatchObject({ sequence: sequence(1), authid: 'ada' });
    expect(outcomes(await client.push([eventWith(event, { sequence: 5, authid: {} })]))).toEqual(['duplicate']);
  });

  test('another team sees nothing and has its own numbers', async () => {
    const [ours, theirs] = [await reporterOf(newTeam()), await reporterOf(newTeam())];
    const event = await reportMade(source);
    await ours.push([event]);
    expect((await theirs.pull()).body.events).toEqual([]);
    expect((await theirs.push([event])).body.results[0]).toMatchObject({ outcome: 'stored', sequence: sequence(1) });
  });

  test('a revoked token is refused from the next request on', async () => {
    const client = await reporterOf(newTeam());
    expect((await client.pull()).status).toBe(200);
    expect(await revokeToken(database, client.tokenId)).toBe(true);
    const refused = await client.push([await reportMade(source)]);
    expect([refused.status, refused.body.code]).toEqual([401, 'unauthorised']);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
  });

  test('erased content is served as an event without it', async () => {
    const team = newTeam();
    const client = await reporterOf(team);
    const event = await reportMade(source, 'to be erased');
    await client.push([event]);
    await database.query('delete from contents where team = $1 and id = $2', [team, event.id]);
    const [served] = (await client.pull()).body.events;
    const { sealed, ...data } = event.data;
    expect(served?.data).toEqual(data);
    expect(eventSchema.safeParse(served).success).toBe(true);
    expect(outcomes(await client.push([event]))).toEqual(['duplicate']);
  });

  test.each([`'); drop table events; --`, `$1 \\' " %s {}\u0001`, '\u2028 ﷽ 👩‍👩‍👧 \\u0000'])(
    'hostile text is only text: %j',
    async (text) => {
      const client = await clientOf(
        app,
        database,
        `${newTeam()}${text}`.slice(0, 100),
        'reporter',
        text.replace(/\0/g, ''),
      );
      const event = await reportMade(source, text);
      expect(outcomes(await client.push([event]))).toEqual(['stored']);
      expect((await client.pull()).body.events[0]).toMatchObject({ data: event.data, authid: text });
    },
  );

  test('what the database cannot hold is refused alone', async () => {
    const client = await reporterOf(newTeam());
    // A browser of ours cleans such text before it commits to it: these are another sender's.
    const nul = await recommitted(await reportMade(source), { passages: [], comment: 'a\0b' });
    const halved = JSON.parse(JSON.stringify(await reportMade(source)).replace('Wrong year', '\\ud83d'));
    const pushed = await client.push([nul, halved, await reportMade(source)]);
    expect(outcomes(pushed)).toEqual(['refused:unstorable_text', 'refused:unstorable_text', 'stored']);
  });

  test('__proto__ and constructor keys are unknown keys, nothing more', async () => {
    const client = await reporterOf(newTeam());
    const text = JSON.stringify(await reportMade(source));
    const polluted = ['"__proto__":{"polluted":1}', '"constructor":{"prototype":{"polluted":1}}'].flatMap((key) => [
      JSON.parse(text.replace('{', `{${key},`)),
      JSON.parse(text.replace('"facts":{', `"facts":{${key},`)),
      JSON.parse(text.replace('"content":{', `"content":{${key},`)),
    ]);
    expect(new Set(outcomes(await client.push(polluted)))).toEqual(new Set(['refused:invalid_event']));
    expect('polluted' in {}).toBe(false);
    expect((await client.pull()).body.events).toEqual([]);
  });

  test('pages follow each other without gap or overlap', async () => {
    const client = await reporterOf(newTeam());
    await client.push(await Promise.all(Array.from({ length: 7 }, () => reportMade(source))));
    const seen: (string | undefined)[] = [];
    for (let after = '0', more = true; more; ) {
      const { body } = await client.pull(`?after=${after}&limit=3`);
      seen.push(...body.events.map((event) => event.sequence));
      ({ next: after, more } = body);
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7].map(sequence));
    const [middle, behind] = [await client.pull('?limit=3'), await client.pull('?after=0000000000000007')];
    expect(middle.body).toMatchObject({ next: sequence(3), more: true, end: sequence(7) });
    expect(behind.body).toEqual({ events: [], next: sequence(7), more: false, end: sequence(7) });
  });

  test('large contents end a page early, with more to come', async () => {
    const client = await reporterOf(newTeam());
    const text = 'x'.repeat(490_000);
    for (let batch = 0; batch < 3; batch++)
      await client.push(await Promise.all(Array.from({ length: 8 }, () => outputSeen(source, text))));
    const { body } = await client.pull('?limit=1000');
    expect(body.events.length).toBeGreaterThan(10);
    expect(body.events.length).toBeLessThan(24);
    expect(body.more).toBe(true);
    const rest = await client.pull(`?after=${body.next}`);
    expect(body.events.length + rest.body.events.length).toBe(24);
  });
});

/** An event that commits to other content than it was made with. */
async function recommitted(event: CountersignEvent, content: object): Promise<object> {
  const salt = newSalt();
  const data: object = event.data;
  return eventWith(event, {}, { ...data, commitment: await commitTo(salt, content), sealed: { salt, content } });
}
