/** Whatever comes as an event: it is refused or stored, never an error of ours, and the log stays whole. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { createApp } from '../../../../collector/http/app.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { fc, runs } from '../../property.ts';
import { madeInMemory } from '../databases.ts';
import {
  type Client,
  clientOf,
  decisionMade,
  newSource,
  newTeam,
  outputSeen,
  quietLog,
  reportMade,
} from '../fixtures.ts';
import { findingsOf } from '../logs.ts';

let database: SqlDatabase;
let app: App;
let client: Client;
const team = newTeam();
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
  // What is asked here is how it answers, not how often.
  app = createApp({ database, log: quietLog, version: '0', rate: { perSecond: 1e6, burst: 1e6 } });
  client = await clientOf(app, database, team, 'admin');
});
afterAll(() => database?.close());

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(
    "'; drop table events; --",
    '\r\nx-injected: 1',
    '\0',
    '\ud800',
    '__proto__',
    '\u202e',
    'a'.repeat(10_000),
  ),
  fc.double(),
  fc.bigInt().map(String),
);

test('an event with anything in any place is answered for, and what is stored verifies', async () => {
  const source = newSource();
  const templates = [await reportMade(source), await decisionMade(source), await outputSeen(source, 'Rome')];
  const places = templates.flatMap((template, at) => paths(template).map((path) => ({ at, path })));
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...places), hostile), { minLength: 1, maxLength: 8 }),
      async (changes) => {
        const batch = changes.map(([{ at, path }, value]) => put(structuredClone(templates[at]), path, value));
        const { status, body } = await client.push(batch);
        expect(status).toBe(200);
        expect(body.results).toHaveLength(batch.length);
        stored += body.results.filter(({ outcome }) => outcome === 'stored').length;
      },
    ),
    { numRuns: runs(150) },
  );
  const { body } = await client.pull('?limit=1000');
  expect(body.events).toHaveLength(stored);
  expect(await findingsOf(database, team)).toEqual([]);
});

test('a body of anything is answered with a problem or results, never with an error of ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
      ),
      async (body) => {
        for (const path of ['/v1/events', '/v1/tokens', '/v1/erasures']) {
          const headers = { authorization: `Bearer ${client.token}`, 'content-type': 'application/json' };
          const response = await app.request(path, { method: 'POST', body, headers });
          expect([200, 400, 413]).toContain(response.status);
          expect(await response.text()).not.toMatch(/at .*\.ts|select |insert /);
        }
      },
    ),
    { numRuns: runs(150) },
  );
});

test('a header or an address of anything changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webPath(), fc.string({ maxLength: 200 }), async (path, value) => {
      const authorization = `Bearer ${value.replace(/[^\x21-\x7e]/g, '')}`;
      const response = await app.request(`/v1${path}`, { headers: { authorization } });
      expect(response.status).toBe(401);
    }),
    { numRuns: runs(200) },
  );
});

/** Paths of every value in a document, those that hold others too. */
function paths(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    ...(path.length > 0 ? [path] : []),
    ...Object.entries(value).flatMap(([key, part]) => paths(part, [...path, key])),
  ];
}

function put(document: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const holder = document as Record<string, unknown>;
  holder[key] = put(holder[key], rest, value);
  return holder;
}
