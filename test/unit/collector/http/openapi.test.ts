/** The OpenAPI document: valid by a published validator, and true of what the collector answers. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { EVENT_TYPES } from '../../../../lib/domain/events/event.ts';
import { madeInMemory } from '../databases.ts';
import { appOf } from '../fixtures.ts';

let database: SqlDatabase;
let app: App;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
  app = appOf(database);
});
afterAll(() => database?.close());

const documentOf = async () => (await app.request('/openapi.json')).json();

test('is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  expect(await validator.validate(await documentOf())).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
});

test('a document that is wrong would be found', async () => {
  const { info, ...document } = await documentOf();
  expect((await new Validator().validate(document)).valid).toBe(false);
});

test('describes every route and every type of event, and refers to nothing that is not there', async () => {
  const document = await documentOf();
  const described = Object.entries(document.paths as Record<string, object>).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  const served = app.routes
    .filter(({ method, path }) => method !== 'ALL' && !path.includes('*') && path !== '/openapi.json')
    .map(({ method, path }) => `${method} ${path}`);
  expect(described.sort()).toEqual([...new Set(served)].sort());
  expect(document.components.schemas.CountersignEvent.oneOf).toHaveLength(EVENT_TYPES.length);
  const references = JSON.stringify(document.paths).match(/#\/components\/schemas\/\w+/g);
  expect(new Set(references)).toEqual(new Set(['#/components/schemas/CountersignEvent']));
});
