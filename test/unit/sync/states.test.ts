import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { askedForMs, backoffMs } from '../../../lib/sync/backoff.ts';
import { MOVES, move } from '../../../lib/sync/states.ts';
import { addressProblem } from '../../../lib/sync/wire.ts';
import { fc } from '../property.ts';

describe('the states of a target', () => {
  test('an illegal move throws', () => {
    expect(() => move('paused', 'start')).toThrow('cannot take "start" while paused');
    expect(() => move('idle', 'failed')).toThrow();
    expect(() => move('unauthorised', 'start')).toThrow();
    expect(move('syncing', 'start')).toBe('syncing'); // a worker that was killed while syncing starts over
  });

  test('every state can be left by a person, and every round ends', () => {
    for (const state of Object.keys(MOVES) as (keyof typeof MOVES)[]) {
      expect(MOVES[state].pause).toBe('paused');
      expect(MOVES[state].changed).toBeDefined();
    }
    expect(MOVES.syncing).toMatchObject({ done: 'idle', failed: 'waiting', refused: 'unauthorised' });
  });

  test('the documents show the same table', () => {
    const text = readFileSync(new URL('../../../docs/architecture.md', import.meta.url), 'utf8');
    const [turns = [], ...rows] = [
      ...text.matchAll(/^\| (?:state|idle|syncing|waiting|unauthorised|paused) \|.*$/gm),
    ].map(([line]) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    );
    const shown = rows.map(([state, ...cells]) => [
      state,
      Object.fromEntries(cells.flatMap((to, at) => (to ? [[turns[at + 1], to]] : []))),
    ]);
    expect(Object.fromEntries(shown)).toEqual(MOVES);
  });

  test('waits grow, spread, and have a longest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, random) => {
          const ms = backoffMs(attempts, random);
          expect(ms).toBeGreaterThanOrEqual(1_000);
          expect(ms).toBeLessThanOrEqual(300_000);
          expect(backoffMs(attempts + 1, random)).toBeGreaterThanOrEqual(ms);
        },
      ),
    );
  });

  test('what a server asks for is kept to, spread a little, and has an end', () => {
    expect(askedForMs(7_000, 0)).toBe(7_000);
    expect(askedForMs(7_000, 0.5)).toBe(7_350);
    expect(askedForMs(Number.MAX_SAFE_INTEGER, 0)).toBe(86_400_000);
    expect(askedForMs(-5, 0)).toBe(0);
  });
});

describe('an endpoint before anything is sent to it', () => {
  test.each([
    ['collector.example', 'not_an_address'],
    ['ftp://collector.example', 'not_an_address'],
    ['https://user:pass@collector.example', 'not_an_address'],
    ['http://collector.example', 'not_secure'],
    ['http://127.0.0.1.evil.example', 'not_secure'],
    ['http://localhost.evil.example', 'not_secure'],
    ['https://collector.example', undefined],
    ['http://127.0.0.1:8787', undefined],
    ['http://[::1]:8787', undefined],
  ])('%s: %s', (endpoint, problem) => {
    expect(addressProblem(endpoint)).toBe(problem);
  });
});
