/** What a managed browser may be given, said to Chromium and to administrators as our own code says it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { managedEndpointSchema, managedSchema } from '../../lib/domain/policy/managed.ts';
import { FIELDS } from '../../lib/sync/fields.ts';
import { ROOT } from '../../scripts/machine.ts';
import { chromiumSchema, settingsPage } from './managed-forms.ts';
import { read } from './tree.ts';

it('public/managed-schema.json is the schema that the settings read by', async () => {
  await expect(`${JSON.stringify(chromiumSchema(), null, 2)}\n`).toMatchFileSnapshot(
    join(ROOT, 'public/managed-schema.json'),
  );
});

it('docs/managed-settings.md has every setting, as it is now', async () => {
  await expect(settingsPage()).toMatchFileSnapshot(join(ROOT, 'docs/managed-settings.md'));
});

it('an endpoint can be given every setting that any target takes, and no other', () => {
  const own = ['id', 'kind', 'from', 'types', 'severity', 'verdicts'];
  const settings = Object.keys(managedEndpointSchema.unwrap().shape).filter((name) => !own.includes(name));
  expect(settings.sort()).toEqual(Object.keys(FIELDS).sort());
});

/** The Google Admin console wants each value under `Value`. */
const valuesOf = (block: Record<string, { Value?: unknown }>) =>
  block.collector?.Value
    ? Object.fromEntries(Object.entries(block).map(([key, { Value }]) => [key, Value]))
    : undefined;

describe('the examples in docs/admin.md', () => {
  const blocks = [...read('docs/admin.md').matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) =>
    JSON.parse(text),
  );
  const managed = blocks.flatMap((block) => [
    block['3rdparty']?.extensions?.['EXTENSION-ID'],
    block.policies?.['3rdparty']?.Extensions?.['countersign@countersign.invalid'],
    valuesOf(block),
  ]);
  it.each(managed.filter(Boolean).map((values, at) => [at, values]))('example %i fits', (_, values) => {
    expect(managedSchema.safeParse(values).error?.issues).toBeUndefined();
  });
  it('are there', () => expect(managed.filter(Boolean).length).toBeGreaterThanOrEqual(3));
});
