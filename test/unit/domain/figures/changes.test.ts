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
  changesIn(outputs, { published: [], degraded: [] }, { now: NOW, scope }).map(({ month, name }) => `${month} ${name}`);

test('rules count from when they are in force, within the months that are drawn', () => {
  const published = [
    { version: 'spring', inForceFrom: '2025-06-01T00:00:00.000Z' },
    { version: 'autumn', inForceFrom: '2026-09-01T00:00:00.000Z' },
    { version: 'winter', inForceFrom: '2026-12-01T00:00:00.000Z' },
  ];
  const changes = changesIn([], { published, degraded: [] }, { now: NOW, scope: 'team' });
  expect(changes).toEqual([{ month: '2026-09', what: 'policy', name: 'autumn' }]);
});

test('a model is new where there was something before it, and of a team from five people on', () => {
  const outputs = [output('old', '2026-07', 5), output('new', '2026-09', 4), output('new', '2026-10', 5)];
  expect(found(outputs)).toEqual(['2026-10 new']);
  expect(found(outputs, 'own')).toEqual(['2026-09 new']);
  expect(found([output(undefined, '2026-10', 9), output('rare', '2026-11', 4)])).toEqual([]);
});

test('a profile that reads its pages no more is marked once for each of its versions, of a team where five people use the tool', () => {
  const told = (month: string, version: string, tool = 'chatgpt') => ({
    ...{ tool, toolName: tool === 'chatgpt' ? 'ChatGPT' : 'Rare', version },
    at: `${month}-12T10:00:00.000Z`,
  });
  const degraded = [
    ...[told('2026-10', 'a'), told('2026-09', 'a'), told('2026-11', 'b'), told('2026-11', 'c')],
    told('2026-10', 'a', 'rare'),
  ];
  const marks = (people: number, scope: 'own' | 'team') =>
    changesIn([output('old', '2026-07', people)], { published: [], degraded }, { now: NOW, scope })
      .filter(({ what }) => what === 'profile')
      .map(({ month, name }) => `${month} ${name}`);
  expect(marks(5, 'team')).toEqual(['2026-09 ChatGPT', '2026-11 ChatGPT']);
  expect(marks(4, 'team')).toEqual([]);
  expect(marks(1, 'own')).toEqual(['2026-09 ChatGPT', '2026-11 ChatGPT']);
});
