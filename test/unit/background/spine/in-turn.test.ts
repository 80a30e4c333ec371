/** What is told of one thing is done in the order in which it was told. */
import { describe, expect, it } from 'vitest';
import { oneAtATimeEach } from '../../../../lib/background/spine/in-turn.ts';

/** Work that ends when it is let go. */
function held(): { work: () => Promise<void>; end: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { work: () => promise, end: resolve };
}

describe('one at a time, for each key', () => {
  it('does what is asked under one key in order, however long the first takes', async () => {
    const inTurn = oneAtATimeEach();
    const done: string[] = [];
    const first = held();
    const both = [
      inTurn('answer', async () => {
        await first.work();
        done.push('old');
      }),
      inTurn('answer', async () => {
        done.push('new');
      }),
    ];
    await inTurn('another answer', async () => {
      done.push('other');
    });
    first.end();
    await Promise.all(both);
    expect(done).toEqual(['other', 'old', 'new']);
  });

  it('goes on behind what failed, whose caller hears of it', async () => {
    const inTurn = oneAtATimeEach();
    const failing = inTurn('answer', () => Promise.reject(new Error('no room')));
    const next = inTurn('answer', () => Promise.resolve('noted'));
    await expect(failing).rejects.toThrow('no room');
    expect(await next).toBe('noted');
  });
});
