/**
 * What the collector adds to its database: events a second in batches of 100 (2 KB each) over HTTP, beside the bare
 * multi-row insert of the same rows on the same database in the same run. Needs COUNTERSIGN_TEST_POSTGRES.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SqlDatabase } from '../../collector/database/database.ts';
import type { DatabasePlace } from '../../collector/database/open.ts';
import { openDatabase } from '../../collector/database/open.ts';
import { createApp } from '../../collector/http/app.ts';
import { listenAt } from '../../collector/http/server.ts';
import { createLog } from '../../collector/logger.ts';
import { createToken } from '../../collector/people/tokens.ts';
import { type CountersignEvent, eventWith, makeEvent } from '../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../lib/domain/ids.ts';
import { sha256 } from '../../lib/domain/output/hash.ts';
import type { Report } from '../../scripts/measure.ts';
import { freshPostgres } from '../unit/collector/databases.ts';

const BATCH = 100;
const BATCHES = 20;
/** As many turns of each, interleaved, since the machine's speed drifts. */
const TURNS = 9;
/** Content that makes an event 2 KB on the wire. */
const COMMENT = 'The year is wrong: it was 1998, not 1989. '.repeat(30);

/** Batches as browsers send them, made before the clock runs. */
async function batchesOf(count: number): Promise<CountersignEvent[][]> {
  const source = installationSource(randomUUID());
  const subject = await sha256('an output');
  const event = () =>
    makeEvent(
      'countersign.report.made.v1',
      source,
      subject,
      { reportId: newId(), categories: ['factual'], severity: 'major' },
      { passages: [], comment: COMMENT },
    );
  const batch = () => Promise.all(Array.from({ length: BATCH }, event));
  return Promise.all(Array.from({ length: count }, batch));
}

interface Turn {
  perSecond: number;
  /** Milliseconds of each batch. */
  each: number[];
}

async function timed(
  batches: readonly CountersignEvent[][],
  send: (batch: CountersignEvent[]) => Promise<void>,
): Promise<Turn> {
  const each: number[] = [];
  const started = performance.now();
  for (const batch of batches) {
    const before = performance.now();
    await send(batch);
    each.push(performance.now() - before);
  }
  return { perSecond: (batches.length * BATCH * 1_000) / (performance.now() - started), each };
}

/** The limit: the same two tables without keys to look up, links to compute, or anybody to ask. */
async function makeBare(database: SqlDatabase): Promise<(batch: CountersignEvent[]) => Promise<void>> {
  await database.query('create table bare_events (like events including all)');
  await database.query('create table bare_contents (like contents including all)');
  let sequence = 0;
  return async (batch) => {
    const rows = batch.map((event) => {
      const { sealed, ...data } = event.data;
      sequence++;
      return { sequence, ...event, event: eventWith(event, {}, data), ...sealed };
    });
    const from = `from jsonb_to_recordset($1::jsonb) as r(sequence bigint, source text, id text, subject text, type text,
      time timestamptz, event jsonb, salt text, content jsonb)`;
    const params = [JSON.stringify(rows)];
    await database.transaction(async (queries) => {
      await queries.query(
        `insert into bare_events (team, sequence, source, id, subject, type, time, authid, event, bytes, recorded_at,
            author_commitment, author_salt, link, bare)
          select 'bench', sequence, source, id, subject, type, time, 'ada', event, 2000, now(),
            $2, $3, $2, false ${from}`,
        [...params, `sha256:${'0'.repeat(64)}`, '0'.repeat(32)],
      );
      await queries.query(
        `insert into bare_contents (team, source, id, salt, content, recorded_at)
          select 'bench', source, id, salt, content, now() ${from}`,
        params,
      );
    });
  };
}

async function overHttp(database: SqlDatabase) {
  const { token } = await createToken(database, { team: 'bench', subject: 'ada', role: 'reporter' });
  const log = createLog(() => undefined);
  const app = createApp({ database, log, version: '0', rate: { perSecond: 1e6, burst: 1e6 } });
  const listening = await listenAt(app, { host: '127.0.0.1', port: 0 });
  const send = async (batch: CountersignEvent[]): Promise<void> => {
    const response = await fetch(`${listening.url}/v1/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(batch),
    });
    const { results } = (await response.json()) as { results: { outcome: string }[] };
    if (results.length !== BATCH || results.some(({ outcome }) => outcome !== 'stored'))
      throw new Error('The collector did not store a batch');
  };
  return { send, stop: () => listening.stop() };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
const p99 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? Number.NaN;

async function measure(report: Report, name: string, place: DatabasePlace): Promise<void> {
  const database = await openDatabase(place);
  const { send, stop } = await overHttp(database);
  const bare = await makeBare(database);
  const turns: { http: Turn; limit: Turn }[] = [];
  for (const batch of await batchesOf(5)) await send(batch);
  for (const batch of await batchesOf(5)) await bare(batch);
  for (let turn = 0; turn < TURNS; turn++) {
    const [ours, theirs] = [await batchesOf(BATCHES), await batchesOf(BATCHES)];
    turns.push({ limit: await timed(theirs, bare), http: await timed(ours, send) });
  }
  await stop();
  await database.close();
  const http = median(turns.map((turn) => turn.http.perSecond));
  const limit = median(turns.map((turn) => turn.limit.perSecond));
  report({
    name: `collector on ${name}, batches of ${BATCH}`,
    value: median(turns.map((turn) => turn.http.perSecond / turn.limit.perSecond)),
    unit: 'x the bare insert',
    goal: { atLeast: 0.6 },
    beside: `${http.toFixed(0)} events/s, p99 ${p99(turns.flatMap((turn) => turn.http.each)).toFixed(0)} ms a batch; bare insert ${limit.toFixed(0)} events/s, p99 ${p99(turns.flatMap((turn) => turn.limit.each)).toFixed(0)} ms`,
  });
}

export default async function collector(report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  await measure(report, 'PGlite', { kind: 'directory', path: join(folder, 'records') });
  await rm(folder, { recursive: true, force: true });
  const postgres = await freshPostgres();
  await measure(report, 'PostgreSQL', postgres.place);
  await postgres.drop();
}
