import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoffMs, move } from '../../../lib/sync/states.ts';
import { addressProblem } from '../../../lib/sync/wire.ts';

describe('the states of a target', () => {
  test('an illegal move throws', () => {
    expect(() => move('idle', 'waiting')).toThrow('cannot move from idle to waiting');
    expect(move('syncing', 'syncing')).toBe('syncing'); // a worker that was killed while syncing starts over
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
    expect(addressProblem({ endpoint, token: 't' })).toBe(problem);
  });

  test('a token is needed', () => {
    expect(addressProblem({ endpoint: 'https://collector.example', token: ' ' })).toBe('token_missing');
  });
});
