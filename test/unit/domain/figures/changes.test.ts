/** What changed in the months of a chart: new rules, new models, and of a team nobody's own. */
import { expect, test } from 'vitest';
import { changesIn } from '../../../../lib/domain/figures/changes.ts';
import type { CountedOutput } from '../../../../lib/domain/figures/counted.ts';
import { TRACE } from '../making.ts';

const NOW = '2026-11-28T10:00:00.000Z';
/** One output of a model, seen in a month by so many people. */
const output = (model: string | undefined, month: string, people: number): CountedOutput => {
  const { model: _, ...trace } = { ...TRACE, completedAt: `${month}-10T10:00:00.000Z` };
  const sightings = Array.from({ length: people }, (_, n) => ({
    ...{ tool: 'chatgpt', toolName: 'ChatGPT', pageUrl: '', seenAt: '' },
    source: `urn:${n}`,
  }));
  return { hash: '', trace: { ...trace, ...(model ? { model } : {}) }, decisions: [], reports: [], sightings };
};
const found = (outputs: CountedOutput[], scope: 'own' | 'team' = 'team') =>
  changesIn(outputs, [], { now: NOW, scope }).map(({ month, name }) => `${month} ${name}`);

test('rules count from when they are in force, within the months that are drawn', () => {
  const published = [
    { version: 'spring', inForceFrom: '2025-06-01T00:00:00.000Z' },
    { version: 'autumn', inForceFrom: '2026-09-01T00:00:00.000Z' },
    { version: 'winter', inForceFrom: '2026-12-01T00:00:00.000Z' },
  ];
  const changes = changesIn([], published, { now: NOW, scope: 'team' });
  expect(changes).toEqual([{ month: '2026-09', what: 'policy', name: 'autumn' }]);
});

test('a model is new where there was something before it, and of a team from five people on', () => {
  const outputs = [output('old', '2026-07', 5), output('new', '2026-09', 4), output('new', '2026-10', 5)];
  expect(found(outputs)).toEqual(['2026-10 new']);
  expect(found(outputs, 'own')).toEqual(['2026-09 new']);
  expect(found([output(undefined, '2026-10', 9), output('rare', '2026-11', 4)])).toEqual([]);
});
