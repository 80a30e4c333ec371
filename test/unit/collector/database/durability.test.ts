/** SIGKILL during writes: everything that was acknowledged is there, once, and the collector opens again by itself. */
import { mkdirSync, watch } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../../collector/database/open.ts';
import { type CountersignEvent, eventKey } from '../../../../lib/domain/events/event.ts';
import { withNights } from '../../../nightly.ts';
import { freshPostgres } from '../databases.ts';
import { type Answer, newSource, reportMade, sequence } from '../fixtures.ts';
import { madeDirectory } from '../made.ts';
import { freshDirectory, options, run, type Serving, serve, start, tokenFor } from '../processes.ts';

const syncs = vi.hoisted(() => ({ count: 0 }));
vi.mock('node:fs', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs')>();
  const fsyncSync = (file: number) => {
    syncs.count++;
    original.fsyncSync(file);
  };
  return { ...original, fsyncSync };
});

const WRITERS = 4;
const BATCH = 5;
/** Acknowledgements after which the collector is killed, one time after another. */
const KILLED_AT = withNights([23], 1);

/** What writers sent, and with which number each event was acknowledged. */
interface Ledger {
  batches: CountersignEvent[][];
  acknowledged: Map<string, string>;
}

async function post(url: string, token: string, events: CountersignEvent[]): Promise<Answer['body']> {
  const response = await fetch(`${url}/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
    body: JSON.stringify(events),
  });
  expect(response.status).toBe(200);
  return response.json();
}

async function pullAll(url: string, token: string): Promise<CountersignEvent[]> {
  const events: CountersignEvent[] = [];
  for (let after = '0', more = true; more; ) {
    const response = await fetch(`${url}/v1/events?after=${after}`, { headers: { authorization: `Bearer ${token}` } });
    const page: Answer['body'] = await response.json();
    events.push(...page.events);
    ({ next: after, more } = page);
  }
  return events;
}

/** Writes without pause until the collector is gone; kills it at the `killAfter`th acknowledgement, others under way. */
async function writeUntilKilled({ url, child, ended }: Serving, token: string, ledger: Ledger, killAfter: number) {
  let acknowledgements = 0;
  const writer = async () => {
    const source = newSource();
    for (;;) {
      const batch = await Promise.all(Array.from({ length: BATCH }, () => reportMade(source, 'x'.repeat(3_000))));
      ledger.batches.push(batch);
      const { results } = await post(url, token, batch);
      for (const result of results) ledger.acknowledged.set(eventKey(result), result.sequence ?? '');
      acknowledgements++;
      if (acknowledgements === killAfter) child.kill('SIGKILL');
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: WRITERS }, writer));
  // Each ended because the connection broke, not because an answer was wrong.
  for (const end of ends)
    expect(end).toMatchObject({ status: 'rejected', reason: { message: /fetch failed|terminated/ } });
  await ended;
}

function expectWhole(events: CountersignEvent[], { batches, acknowledged }: Ledger): void {
  expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => sequence(index + 1)));
  const stored = new Map(events.map((event) => [eventKey(event), event.sequence]));
  expect(stored.size).toBe(events.length);
  for (const [key, number] of acknowledged) expect(stored.get(key)).toBe(number);
  for (const batch of batches)
    expect([0, BATCH]).toContain(batch.filter((event) => stored.has(eventKey(event))).length);
}

const PLACES = withNights(
  [{ name: 'PGlite', fresh: madeDirectory }],
  // By day it is killed beside two others (two-collectors.test.ts).
  { name: 'PostgreSQL', fresh: freshPostgres },
);

test.each(PLACES)('kill -9 during writes on $name, again and again', { timeout: 600_000 }, async ({ fresh }) => {
  const { place, drop } = await fresh();
  const token = await tokenFor(place);
  const { args, env } = options(place);
  const ledger: Ledger = { batches: [], acknowledged: new Map() };
  for (const killAfter of KILLED_AT) {
    await writeUntilKilled(await serve(args, env), token, ledger, killAfter);
    const again = await serve(args, env);
    expectWhole(await pullAll(again.url, token), ledger);
    again.child.kill('SIGKILL');
    await again.ended;
  }
  const last = await serve(args, env);
  for (const batch of ledger.batches) await post(last.url, token, batch);
  const events = await pullAll(last.url, token);
  expect(ledger.acknowledged.size).toBeGreaterThanOrEqual(KILLED_AT.reduce((sum, at) => sum + at) * BATCH);
  expect(events.map(eventKey).sort()).toEqual(ledger.batches.flat().map(eventKey).sort());
  last.child.kill('SIGTERM');
  expect((await last.ended).code).toBe(0);
  expect(await run(['verify', ...args], env)).toMatchObject({ code: 0, err: '' });
  await drop();
});

describe('the embedded database', { timeout: 600_000 }, () => {
  let place: Awaited<ReturnType<typeof freshDirectory>>['place'];
  let drop: () => Promise<void>;
  beforeEach(async () => {
    ({ place, drop } = await freshDirectory());
  });
  afterEach(() => drop());

  test('killed while it is first made, it is made anew', async () => {
    mkdirSync(place.path);
    const { child, ended } = start(['serve', '--port', '0', '--data', place.path]);
    const begun = new Promise<void>((resolve) => {
      const watcher = watch(place.path, (_event, name) => {
        if (name !== 'postgres.new') return;
        watcher.close();
        resolve();
      });
    });
    await begun;
    child.kill('SIGKILL');
    await ended;
    const again = await serve(['--data', place.path]);
    expect((await fetch(`${again.url}/healthz`)).status).toBe(200);
    again.child.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  });

  test('a commit reaches the disk before it is acknowledged', async () => {
    const database = await openDatabase(place);
    expect(await database.query('show fsync')).toEqual([{ fsync: 'on' }]);
    expect(await database.query('show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    for (let commit = 0; commit < 5; commit++) {
      const before = syncs.count;
      await database.query('insert into teams (team, last_sequence) values ($1, 0)', [`team ${commit}`]);
      expect(syncs.count).toBeGreaterThan(before);
    }
    await database.close();
  });
});
