/** The line of what waits: filtered and ordered by the store's indexes, searched by its index of words, in step with erasure. */
import 'fake-indexeddb/auto';
import Dexie, { type IntervalTree, liveQuery, type ObservabilitySet } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Category, Severity } from '../../../lib/domain/codes.ts';
import type { QueueOrder, Sieve } from '../../../lib/domain/decision/sifted.ts';
import { makeEvent } from '../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import { addressOf } from '../../../lib/domain/output/address.ts';
import { asideSizes } from '../../../lib/store/ask/aside.ts';
import {
  firstInLine,
  lengthOfLine,
  lineOf,
  queueSize,
  toolsInLine,
  valuesInLine,
} from '../../../lib/store/ask/line.ts';
import { rowOf } from '../../../lib/store/rows/output.ts';
import { leftToRead, readWords, withTerms } from '../../../lib/store/search/shards.ts';
import { dropOutputs, eraseContents } from '../../../lib/store/write/erase.ts';
import { wakeDue } from '../../../lib/store/write/waking.ts';
import { append } from '../../../lib/store/write/writes.ts';
import { eventOf, LUCA, reportId, TRACE } from '../domain/making.ts';
import { Scripted } from '../sync/scripted.ts';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-28T12:00:00.000Z');

interface Waits {
  letter: string;
  days: number;
  severity: Severity;
  category: Category;
  tool?: string;
  model?: string;
  comment?: string;
  correction?: string;
}

/** What waits, by a letter each: its text begins with it. */
const WAITING: readonly Waits[] = [
  { letter: 'a', days: 1, severity: 'minor', category: 'factual', comment: 'Perché così?' },
  { letter: 'b', days: 9, severity: 'major', category: 'factual', tool: 'copilot', model: 'm1', correction: 'Better.' },
  { letter: 'c', days: 4, severity: 'major', category: 'outdated' },
  { letter: 'd', days: 2, severity: 'critical', category: 'harm', model: 'm2' },
];

let on: Scripted;
let letters: Map<string, string>;
beforeEach(async () => {
  on = new Scripted();
  letters = new Map();
  for (const [n, waits] of WAITING.entries())
    for (const event of await eventsOf(waits, n)) await append(event, new Date(0), on.db);
});
afterEach(async () => on.db.delete());

async function eventsOf({ letter, days, severity, category, model, comment, correction, ...waits }: Waits, n: number) {
  const content = { text: `${letter} says the gratuità of returns.` };
  const subject = addressOf(content);
  letters.set(subject, letter);
  const { tool = 'chatgpt' } = waits;
  const trace = { ...TRACE, tool, toolName: tool.toUpperCase(), ...(model ? { model } : {}) };
  const said = { passages: [], ...(comment ? { comment } : {}), ...(correction ? { correction } : {}) };
  const at = new Date(NOW - days * DAY);
  const facts = { reportId: reportId(n), categories: [category], severity };
  return [
    await makeEvent('countersign.output.seen.v1', LUCA, subject, { outputId: `${tool}:${n}:1`, trace }, content, at),
    await makeEvent('countersign.report.made.v1', LUCA, subject, facts, said, at),
  ];
}

const asked = (sieve: Sieve, order: QueueOrder = 'gravest') => ({ sieve, order, policy: undefined });
const hasNone = () => Promise.resolve(new Set<string>());
async function found(sieve: Sieve, order?: QueueOrder): Promise<string> {
  const line = await lineOf(asked(sieve, order), (terms) => withTerms(terms, on.db), on.db, NOW);
  return line
    .slice(0, 9)
    .map((hash) => letters.get(hash))
    .join('');
}

test.each<[Sieve, string]>([
  [{}, 'dbca'],
  [{ status: 'reported' }, 'dbca'],
  [{ status: 'escalated' }, ''],
  [{ severity: 'major' }, 'bc'],
  [{ category: 'factual' }, 'ba'],
  [{ category: 'factual', severity: 'minor' }, 'a'],
  [{ tool: 'copilot' }, 'b'],
  [{ tool: 'chatgpt' }, 'dca'],
  [{ model: 'm1' }, 'b'],
  [{ olderThanDays: 4 }, 'bc'],
  [{ olderThanDays: 3, category: 'outdated' }, 'c'],
  [{ hasCorrection: true }, 'b'],
  [{ due: 'over' }, ''],
  [{ processId: 'faq' }, ''],
  [{ words: '  ' }, 'dbca'],
  [{ words: 'PERCHE cosi' }, 'a'],
  [{ words: 'gratuita better copilot' }, 'b'],
  [{ words: 'better chatgpt' }, ''],
  [{ words: 'returns', severity: 'critical' }, 'd'],
])('the sieve %j leaves %s, before and after its words are in the index', async (sieve, left) => {
  expect(await found(sieve)).toBe(left);
  await readWords(on.db);
  expect(await leftToRead(on.db)).toBe(0);
  expect(await found(sieve)).toBe(left);
});

describe('what reviewers arranged', () => {
  const hashOf = (letter: string) => [...letters].find(([, each]) => each === letter)?.[0] ?? '';
  const assign = async (letter: string, assignmentId: string, to?: string) =>
    append(
      await makeEvent('countersign.assignment.made.v1', LUCA, hashOf(letter), {
        ...{ assignmentId, until: new Date(Date.now() + DAY).toISOString(), after: null, ...(to ? { to } : {}) },
      }),
      new Date(0),
      on.db,
    );
  const arranged = async (sieve: Sieve, order?: QueueOrder) => {
    const ask = { ...asked(sieve, order), me: [LUCA, 'luca'] };
    const line = await lineOf(ask, (terms) => withTerms(terms, on.db), on.db, NOW);
    return line
      .slice(0, 9)
      .map((hash) => letters.get(hash))
      .join('');
  };

  test('is found by whoever has it, and with whatever else is asked', async () => {
    await assign('a', reportId(81));
    await assign('b', reportId(82), 'luca');
    await assign('c', reportId(83), 'piero');
    expect(await arranged({ assigned: 'me' })).toBe('ba');
    expect(await arranged({ assigned: 'me', tool: 'copilot' })).toBe('b');
    expect(await arranged({ assigned: 'person:piero' })).toBe('c');
    expect(await arranged({ assigned: 'nobody' })).toBe('d');
    expect(await arranged({ assigned: 'me' }, 'newest')).toBe('ab');
    expect(await valuesInLine('assigned', on.db)).toEqual(['luca', 'piero', LUCA]);
  });

  test('and stands aside, is not in line, is found apart, and comes back when its time is over', async () => {
    const soon = new Date(Date.now() + DAY).toISOString();
    const facts = { deferralId: reportId(84), until: soon };
    const reason = { reason: 'It waits.' };
    await append(await makeEvent('countersign.deferral.made.v1', LUCA, hashOf('d'), facts, reason), new Date(0), on.db);
    const same = { duplicateId: reportId(85), of: hashOf('c') };
    await append(await makeEvent('countersign.duplicate.marked.v1', LUCA, hashOf('b'), same), new Date(0), on.db);
    expect(await arranged({})).toBe('ca');
    expect(await queueSize(on.db)).toBe(2);
    expect(await asideSizes(on.db)).toEqual({ deferred: 1, duplicate: 1 });
    expect(await arranged({ aside: 'deferred' })).toBe('d');
    expect(await arranged({ aside: 'deferred', severity: 'minor' })).toBe('');
    expect(await arranged({ aside: 'duplicate', hasCorrection: true, assigned: 'nobody' })).toBe('b');
    expect(await arranged({ aside: 'duplicate', assigned: 'me' })).toBe('');
    expect(await wakeDue(on.db)).toBe(0);
    vi.useFakeTimers({ now: Date.parse(soon), toFake: ['Date'] });
    expect(await wakeDue(on.db)).toBe(1);
    vi.useRealTimers();
    expect(await arranged({})).toBe('dca');
  });
});

test.each<[QueueOrder, string]>([
  ['gravest', 'dbca'],
  ['weight', 'dbca'],
  ['oldest', 'bcda'],
  ['newest', 'adcb'],
  ['due', 'dbca'],
])('by %s: %s, also with a filter', async (order, line) => {
  expect(await found({}, order)).toBe(line);
  expect(await found({ tool: 'chatgpt' }, order)).toBe(line.replace('b', ''));
});

test('the first of a line are the first of the whole line, where an index has it', async () => {
  for (const ask of [
    asked({}),
    asked({}, 'oldest'),
    asked({}, 'newest'),
    asked({}, 'weight'),
    asked({ severity: 'major' }),
  ]) {
    const [first, whole] = [await firstInLine(ask, 2, on.db), await lineOf(ask, hasNone, on.db, NOW)];
    expect(first?.line.slice(0, 9)).toEqual(whole.slice(0, 2));
    expect(first?.rows.map(({ hash }) => hash)).toEqual(whole.slice(0, 2));
    // That it goes on is known at once, how far once it is counted.
    expect(first?.line.length).toBe(Math.min(3, whole.length));
    expect(await lengthOfLine(ask, on.db)).toBe(whole.length);
  }
  const others: Sieve[] = [
    { words: 'a' },
    { due: 'over' },
    { olderThanDays: 1 },
    { severity: 'major', tool: 'copilot' },
  ];
  for (const sieve of others) expect(await firstInLine(asked(sieve), 2, on.db)).toBeUndefined();
});

test('what there is to choose from is what waits; what was decided waits no more', async () => {
  expect(await toolsInLine(on.db)).toEqual([
    ['chatgpt', 'CHATGPT'],
    ['copilot', 'COPILOT'],
  ]);
  expect(await valuesInLine('model', on.db)).toEqual(['m1', 'm2']);
  expect(await queueSize(on.db)).toBe(4);
  const [subject = ''] = [...letters].find(([, letter]) => letter === 'b') ?? [];
  const facts = { decisionId: reportId(9), verdict: 'approve' as const, reportIds: [reportId(1)] };
  const event = await eventOf('countersign.decision.made.v1', facts, {}, { subject });
  await append(event, new Date(0), on.db);
  expect(await queueSize(on.db)).toBe(3);
  expect(await valuesInLine('model', on.db)).toEqual(['m2']);
});

describe('what is erased is found no more, and its words are nowhere in the index', () => {
  const indexed = async () => JSON.stringify(await on.db.shards.toArray());

  test('a comment', async () => {
    await readWords(on.db);
    expect(await indexed()).toContain('perche');
    const events = await on.db.events.toArray();
    const key =
      events.find(({ event, subject }) => event.type.includes('report') && letters.get(subject) === 'a')?.key ?? '';
    await eraseContents([key], on.db);
    expect(await indexed()).not.toContain('perche');
    expect(await found({ words: 'perche' })).toBe('');
    await readWords(on.db);
    expect(await indexed()).not.toContain('perche');
    expect(await found({ words: 'perche' })).toBe('');
    expect(await found({ words: 'gratuita' })).toBe('dbca');
  });

  test('a whole output, as when its time is over', async () => {
    await readWords(on.db);
    const [subject = ''] = [...letters].find(([, letter]) => letter === 'b') ?? [];
    await on.db.outbox.clear();
    await dropOutputs([subject], on.db);
    expect(await indexed()).not.toContain('better');
    await readWords(on.db);
    expect(await leftToRead(on.db)).toBe(0);
    expect(await found({ words: 'better' })).toBe('');
    expect(await found({ words: 'gratuita' })).toBe('dca');
  });
});

test('a word that came after the index was made is found, and one that went is not', async () => {
  await readWords(on.db);
  const [subject = ''] = [...letters].find(([, letter]) => letter === 'c') ?? [];
  const facts = { reportId: reportId(2), categories: ['outdated' as const], severity: 'major' as const };
  const said = { passages: [], comment: 'Nuovo' };
  const change = await makeEvent('countersign.report.amended.v1', LUCA, subject, facts, said, new Date(NOW));
  await append(change, new Date(0), on.db);
  expect(await found({ words: 'nuovo' })).toBe('c');
  await readWords(on.db);
  expect(await found({ words: 'nuovo' })).toBe('c');
});

/** How many ranges of keys are in a tree of them. */
const sizeOf = (tree: IntervalTree | null | undefined): number =>
  tree && 'from' in tree ? 1 + sizeOf(tree.l) + sizeOf(tree.r) : 0;

test('of what a shard took in other pages are told in a word, and hear all the same that nothing is left', async () => {
  const told: string[] = [];
  const hear = (parts: ObservabilitySet) => {
    for (const [part, keys] of Object.entries(parts))
      told.push(...Array.from({ length: sizeOf(keys) }, () => part.split('/')[3] ?? ''));
  };
  const left: number[] = [];
  const watching = liveQuery(() => leftToRead(on.db)).subscribe((count) => left.push(count));
  await expect.poll(() => left.at(-1)).toBe(4);
  Dexie.on('storagemutated', hear);
  await readWords(on.db);
  await expect.poll(() => left.at(-1)).toBe(0);
  Dexie.on.storagemutated.unsubscribe(hear);
  watching.unsubscribe();
  expect(told).toContain('shards');
  expect(told).not.toContain('searched');
  // The one mark, by each of its indexes.
  expect(told.filter((table) => table === 'unsearched').length).toBeLessThanOrEqual(3);
});

test('what changes while its words are read is read again', async () => {
  const reading = readWords(on.db);
  const [subject = ''] = [...letters].find(([, letter]) => letter === 'd') ?? [];
  const facts = { reportId: reportId(3), categories: ['harm' as const], severity: 'critical' as const };
  const said = { passages: [], comment: 'Später' };
  const changed = await makeEvent('countersign.report.amended.v1', LUCA, subject, facts, said, new Date(NOW));
  await append(changed, new Date(0), on.db);
  await reading;
  await readWords(on.db);
  expect(await found({ words: 'spater' })).toBe('d');
});

test('a row says where it stands only while it waits', async () => {
  const events = await eventsOf({ letter: 'x', days: 1, severity: 'minor', category: 'harm' }, 7);
  const output = foldOutput(events);
  if (!output) throw new Error('it folds');
  expect(rowOf(output).line?.grave).toBe(-1);
  expect(rowOf({ ...output, status: 'approved' }).line).toBeUndefined();
});
