/** Databases as earlier collectors left them (`test/records/collector.v<N>.sql`), opened by this one: nothing lost, and it goes on. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../../../collector/database/migrate.ts';
import type { DatabasePlace } from '../../../../collector/database/open.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { EVENT_TYPES, eventSchema } from '../../../../lib/domain/events/event.ts';
import { IS_NIGHT } from '../../../nightly.ts';
import { unmadePostgres } from '../databases.ts';
import { appOf, clientOf, newSource, reportMade, sequence } from '../fixtures.ts';
import { findingsOf } from '../logs.ts';
import { madeDirectory } from '../made.ts';

const FOLDER = new URL('../../../records/', import.meta.url);
const versions = readdirSync(FOLDER)
  .flatMap((name) => /^collector\.v(\d+)\.sql$/.exec(name)?.[1] ?? [])
  .map(Number);

const dumpOf = (version: number): string => readFileSync(new URL(`collector.v${version}.sql`, FOLDER), 'utf8');

async function onPostgres(dump: string): Promise<{ place: DatabasePlace; drop(): Promise<void> }> {
  const { place, drop } = await unmadePostgres();
  const client = new pg.Client({ connectionString: place.url });
  await client.connect();
  await client.query(dump);
  await client.end();
  return { place, drop };
}

async function onPglite(dump: string): Promise<{ place: DatabasePlace; drop(): Promise<void> }> {
  // Made as the collector makes it, then filled with what the old one had stored.
  const { place, drop } = await madeDirectory();
  const pglite = await PGlite.create(join(place.path, 'postgres'));
  await pglite.exec('drop schema public cascade; create schema public');
  await pglite.exec(dump);
  await pglite.close();
  return { place, drop };
}

/** Types of event that came after the last dump that was filled with events: those of later versions hold none. */
const LATER: string[] = [
  'countersign.outputs.tallied.v1',
  'countersign.deferral.made.v1',
  'countersign.duplicate.marked.v1',
  'countersign.handling.ended.v1',
  'countersign.report.disputed.v1',
  'countersign.decision.drawn.v1',
  'countersign.second.given.v1',
  'countersign.probes.counted.v1',
  'countersign.process.stopped.v1',
  'countersign.limits.rebased.v1',
  'countersign.policy.reviewed.v1',
  'countersign.baseline.frozen.v1',
  'countersign.escalation.rehearsed.v1',
];

test('every version of the database has its frozen dump, and they hold every type of event there was', () => {
  expect(versions.sort((a, b) => a - b)).toEqual(MIGRATIONS.map(({ version }) => version));
  // Indexes name types too.
  const all = versions.map((version) => dumpOf(version).replace(/^CREATE .*$/gm, '')).join();
  expect(EVENT_TYPES.filter((type) => !all.includes(type))).toEqual(LATER);
});

/** Making an embedded database takes seconds: of the older versions only the nightly run does. */
const EMBEDDED = IS_NIGHT ? versions : [...versions].sort((a, b) => a - b).slice(-2);

/** These dumps were filled by hand: the decision under 16 is noted as made under a policy that was published under 26. */
const foundIn = (version: number): string[] => (version < 5 ? [] : ['judged_changed 16']);

describe.each(versions)('a database of version %i', (version) => {
  test.each([
    ...(EMBEDDED.includes(version) ? [['PGlite', onPglite] as const] : []),
    ['PostgreSQL', onPostgres] as const,
  ])('on %s is migrated with all that is in it, verifies, and goes on', async (_, load) => {
    const { place, drop } = await load(dumpOf(version));
    const database = await openDatabase(place);
    expect(await findingsOf(database, 'acme')).toEqual(foundIn(version));
    const client = await clientOf(appOf(database), database, 'acme', 'reviewer', 'ada');
    const { events, next } = (await client.pull()).body;
    // In order, and without what only its author gets: which measures somebody took.
    const numbers = events.map((event) => Number(event.sequence));
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    for (const event of events) expect(eventSchema.parse(event)).toEqual(event);
    const seen = events.find(({ type }) => type === 'countersign.output.seen.v1');
    // The text of the older dumps stands under a made-up address: it is looked at when they are opened, and kept back.
    const text = version < 3 ? undefined : { text: 'The warranty covers two years.' };
    expect(seen?.data.sealed?.content).toEqual(text);
    const [made] = (await client.push([await reportMade(newSource())])).body.results;
    expect(made?.sequence).toBe(sequence(Number(next) + 1));
    expect(await findingsOf(database, 'acme')).toEqual(foundIn(version));
    await database.close();
    await drop();
  });
});
