/** Tallies count each browser's day once, in whatever order they come; a recount of the same rows gives the same. */
import { describe, expect, it } from 'vitest';
import { outputsTallied, talliedFactsSchema } from '../../../../lib/domain/events/outputs-tallied.ts';
import {
  endOfDay,
  noCounts,
  type TallyFolding,
  talliesIn,
  tallySubject,
} from '../../../../lib/domain/figures/tally.ts';
import { countsOfDay, type OwnFinding } from '../../../../lib/domain/figures/tallying.ts';
import { nothingHappened } from '../../../../lib/domain/output/process-record.ts';
import { fc } from '../../property.ts';
import { HASH, TRACE } from '../making.ts';

const DAY = '2026-11-27';
const facts = { ...noCounts(), day: DAY, stratum: '|chatgpt|GPT-5', found: 3, used: 2 };
const tallied = (source: string, sequence: number, found = 3) => ({
  ...{ type: outputsTallied.type, source, sequence: String(sequence).padStart(16, '0'), id: `id-${sequence}` },
  ...{ subject: tallySubject(DAY), time: endOfDay(DAY), data: { facts: { ...facts, found } } },
});

const folded = (events: readonly object[]) => {
  const folding: TallyFolding = new Map();
  for (const event of events) outputsTallied.fold('tally', folding, event as { type: string });
  return talliesIn(folding);
};
const sum = (events: readonly object[]) => folded(events).reduce((all, { found }) => all + found, 0);

describe('tallies that are folded', () => {
  it('are added up over browsers, and of one browser the last one counts', () => {
    expect(sum([tallied('a', 1), tallied('b', 2, 4)])).toBe(7);
    expect(sum([tallied('a', 1), tallied('a', 2, 5), tallied('a', 2, 5)])).toBe(5);
  });

  it('counted one by one are as many as in a recount, in any order, and told twice', () => {
    const event = fc.record({ source: fc.constantFrom('a', 'b', 'c'), found: fc.nat(40) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (made, chance) => {
        const log = made.map(({ source, found }, at) => tallied(source, at + 1, found));
        const last = new Map(log.map(({ source, data }) => [source, data.facts.found]));
        const recount = [...last.values()].reduce((all, found) => all + found, 0);
        const anyhow = [...log, ...log.slice(3)]
          .map((one) => ({ one, at: chance.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(sum(anyhow)).toBe(recount);
      }),
    );
  });
});

it.each([
  ['more held than found', { held: 4 }],
  ['more edited than used', { edited: 3 }],
  ['beyond what anybody reads', { found: 10_001 }],
  ['of no stratum', { stratum: 'chatgpt' }],
  ['of a day that is none', { day: '2026-02-30' }],
  ['with an address', { pageUrl: 'https://chatgpt.com/c/1' }],
])('a tally %s does not fit', (_, over) => {
  expect(talliedFactsSchema.safeParse(facts).success).toBe(true);
  expect(talliedFactsSchema.safeParse({ ...facts, ...over }).success).toBe(false);
});

describe('a day that is counted', () => {
  const found = (over: Partial<OwnFinding['output']> = {}, foundAt = `${DAY}T09:00:00.000Z`): OwnFinding => ({
    output: { hash: HASH, trace: { ...TRACE, tool: 'chatgpt', model: 'GPT-5' }, decisions: [], ...over },
    ...{ words: 10, foundAt },
  });
  const use = (source: string, kept: number, at = DAY) => ({
    ...{ reuseId: '1', origin: 'https://crm.example', kept, changed: 1 - kept, part: 1, characters: 9 },
    ...{ status: 'unreviewed' as const, source, reusedAt: `${at}T10:00:00.000Z` },
  });
  const count = (some: OwnFinding[], held: string[] = [], named = { tool: 'chatgpt', host: 'chatgpt.com' }) =>
    countsOfDay(some, { day: DAY, source: 'me', held: new Set(held), missed: [], named: () => named });

  it('has what was found on it, and of that what was used, edited, held, passed by rule and drawn', () => {
    const draw = { processId: 'faq', policyVersion: '1', stratum: '', drawnAt: DAY };
    const passed = { ...nothingHappened(), processId: 'faq', draws: [{ ...draw, outcome: 'auto_accept' as const }] };
    const some = [
      found({ reuses: [use('me', 1)] }),
      found({ hash: 'sha256:other', reuses: [use('me', 0.5), use('colleague', 1)] }),
      found({ inProcess: passed }),
      found({}, '2026-11-26T23:59:59.000Z'),
      found({ reuses: [use('me', 1, '2026-11-28')] }),
    ];
    expect(count(some, [HASH])).toEqual([
      expect.objectContaining({ stratum: 'faq|chatgpt|GPT-5', found: 1, passed: 1, sampled: 0 }),
      expect.objectContaining({ stratum: '|chatgpt|GPT-5', found: 3, words: 30, used: 2, edited: 1, held: 2 }),
    ]);
    for (const facts of count(some, [HASH])) expect(talliedFactsSchema.safeParse(facts).success).toBe(true);
  });

  it('has what could not be read, by tool', () => {
    const missed = [{ tool: 'claude', origin: 'https://claude.ai', count: 2 }];
    const named = () => ({ tool: 'claude', host: 'claude.ai' });
    const counts = countsOfDay([], { day: DAY, source: 'me', held: new Set(), missed, named });
    expect(counts).toEqual([{ ...noCounts(), day: DAY, stratum: '|claude|', host: 'claude.ai', missed: 2 }]);
  });

  it('says neither tool nor model nor host of a site that is one person’s own matter', () => {
    const own = countsOfDay([found()], {
      day: DAY,
      source: 'me',
      held: new Set(),
      missed: [],
      named: () => ({ tool: '' }),
    });
    expect(own).toEqual([{ ...noCounts(), day: DAY, stratum: '||', found: 1, words: 10 }]);
  });
});
