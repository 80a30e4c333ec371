/** What a managed browser may be given, said to Chromium as our own code says it. */
import { expect, it } from 'vitest';
import * as z from 'zod';
import { managedSchema } from '../../lib/domain/policy.ts';
import { read } from './tree.ts';

it('public/managed-schema.json is the schema that the settings read by', () => {
  const { type, properties } = z.toJSONSchema(managedSchema);
  expect(JSON.parse(read('public/managed-schema.json'))).toEqual({ type, properties });
});
