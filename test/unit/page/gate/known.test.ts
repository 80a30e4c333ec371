/** What is known at the gate of a frame decides at once, and never longer than it holds. */
import { describe, expect, it, vi } from 'vitest';
import type { GateSaid } from '../../../../lib/messages/to-background/gate.ts';
import { GateKnown, strictest } from '../../../../lib/page/gate/known.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const said = (fields: Partial<GateSaid> = {}): GateSaid => ({
  ...{ state: 'unsatisfied', effect: 'hold', would: 'hold', rule: 'unreviewed', ways: [], who: [], asked: [] },
  process: { processId: 'faq', name: 'FAQ' },
  ...fields,
});
const FREE = said({ state: 'satisfied', effect: 'pass', would: 'pass', rule: 'approved' });

function knownAt(now = () => 0) {
  const end = new AbortController();
  const askAnew = vi.fn();
  return { known: new GateKnown(askAnew, end.signal, now), askAnew, end };
}

describe('an output in a frame', () => {
  it('is judged as a new one while it streams, and until the background knows it', () => {
    const { known } = knownAt();
    known.start(said(), [{ hash: HASH, said: FREE }]);
    expect(known.at({ state: 'streaming', hash: HASH })?.effect).toBe('hold');
    expect(known.at({ state: 'complete' })?.effect).toBe('hold');
    expect(known.at({ state: 'complete', hash: HASH })?.effect).toBe('pass');
  });

  it('that a person changed since it was read has no approval; a ban of it stays, and without a gate there is none', () => {
    const { known } = knownAt();
    const changed = { state: 'complete', hash: HASH, differs: true } as const;
    expect(known.at(changed)).toBeUndefined();
    known.start(said({ ways: ['review', 'ask_approval'] }), [{ hash: HASH, said: FREE }]);
    // One key asks again, of the text that stands there: nothing was asked of that yet.
    const asks = { effect: 'hold', rule: 'changed_since_approval', asked: [] };
    expect(known.at(changed)).toMatchObject({ ...asks, ways: ['review', 'ask_approval'] });
    known.start(undefined, [{ hash: HASH, said: { ...FREE, asked: ['approval'] } }]);
    expect(known.at(changed)).toMatchObject({ ...asks, ways: ['ask_approval'] });
    const blocked = said({ state: 'unsatisfied', rule: 'blocked' });
    known.start(said({ effect: 'tell', would: 'tell' }), [{ hash: HASH, said: blocked }]);
    expect(known.at(changed)?.rule).toBe('blocked');
    expect(known.at({ ...changed, differs: false })?.rule).toBe('blocked');
  });

  it('that is held with what a person changed is not let go by a yes to what it was, told while it is held', () => {
    const { known } = knownAt();
    known.start(said({ ways: ['ask_approval'] }), [{ hash: HASH, said: said() }]);
    known.put([{ hash: HASH, said: FREE }]);
    expect(known.ofHeld({ hash: HASH })?.effect).toBe('pass');
    const asks = { effect: 'hold', rule: 'changed_since_approval', ways: ['ask_approval'] };
    expect(known.ofHeld({ hash: HASH, changed: {} })).toMatchObject(asks);
    known.put([{ hash: HASH, said: undefined }]);
    expect(known.ofHeld({ hash: HASH, changed: {} })).toBeUndefined();
  });

  it('of what was put into a field and says something else a yes does not let it go; what somebody takes on themselves does', () => {
    const { known } = knownAt();
    known.start(undefined, [{ hash: HASH, said: FREE }]);
    expect(known.ofHeld({ hash: HASH, edited: true })).toMatchObject({
      effect: 'hold',
      rule: 'changed_since_approval',
    });
    known.put([{ hash: HASH, said: said({ state: 'overridden', effect: 'pass', would: 'pass', rule: 'overridden' }) }]);
    expect(known.ofHeld({ hash: HASH, edited: true })?.effect).toBe('pass');
    known.put([{ hash: HASH, said: said({ rule: 'blocked' }) }]);
    expect(known.ofHeld({ hash: HASH, edited: true })?.rule).toBe('blocked');
  });

  it('is untouched outside any process', () => {
    const { known } = knownAt();
    known.start(undefined, []);
    expect(known.stands).toBe(false);
    expect(known.at({ state: 'complete', hash: HASH })).toBeUndefined();
  });

  it('may go no longer than until its approval ends', () => {
    let now = 0;
    const { known, askAnew, end } = knownAt(() => now);
    known.put([{ hash: HASH, said: { ...FREE, endsInMs: 1_000 } }]);
    expect(known.of(HASH)?.effect).toBe('pass');
    now = 1_000;
    expect(known.of(HASH)).toMatchObject({ state: 'error', effect: 'hold' });
    expect(askAnew).toHaveBeenCalledOnce();
    end.abort();
    expect(known.stands).toBe(false);
  });

  it('is free once the policy has gone', () => {
    const { known } = knownAt();
    known.start(said(), [{ hash: HASH, said: said() }]);
    known.start(undefined, []);
    expect(known.stands).toBe(false);
  });

  it('hears that no gate stands before it any more', () => {
    const { known } = knownAt();
    known.put([{ hash: HASH, said: said() }]);
    known.put([{ hash: HASH }]);
    expect(known.stands).toBe(false);
  });
});

it('of several that are touched, the strictest counts, and a ban before what can be asked for', () => {
  const held = { said: said() };
  const blocked = { said: said({ rule: 'blocked' }) };
  const dry = { said: said({ effect: 'pass' }) };
  expect(strictest([{ said: FREE }, dry])).toBe(dry);
  expect(strictest([dry, held, blocked])).toBe(blocked);
  expect(strictest([])).toBeUndefined();
});
