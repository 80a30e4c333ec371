/** What the box says of a text that is held stays true while somebody looks at it. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { GateSaid } from '../../../../lib/messages/to-background/gate.ts';
import type { Found } from '../../../../lib/page/detect/found.ts';
import type { Bus } from '../../../../lib/page/frame/bus.ts';
import { Held } from '../../../../lib/page/gate/held.ts';
import { Judge, type Leaving } from '../../../../lib/page/gate/judge.ts';
import { GateKnown } from '../../../../lib/page/gate/known.ts';

const HASH = `sha256:${'a'.repeat(64)}`;
const TEXT = 'Deliveries to the islands take four working days more.';
const said = (fields: Partial<GateSaid> = {}): GateSaid => ({
  ...{ state: 'unsatisfied', effect: 'hold', would: 'hold', rule: 'unreviewed', ways: [], who: [], asked: [] },
  process: { processId: 'faq', name: 'FAQ' },
  ...fields,
});
const FREE = said({ state: 'satisfied', effect: 'pass', would: 'pass', rule: 'approved' });

type Detecting = NonNullable<Bus['detector']>;

let found: Found;
let listeners: Set<(found: Found) => void>;
/** How often the background was asked to take an answer, and what it says of it. */
let broughtUp: number;
let answer: () => Promise<string | undefined>;

beforeEach(() => {
  found = { id: 'one', state: 'streaming', turn: { textContent: TEXT }, evidence: new Set() } as unknown as Found;
  [listeners, broughtUp] = [new Set(), 0];
  answer = async () => {
    found.hash = HASH;
    return HASH;
  };
});

function standing() {
  const known = new GateKnown(() => undefined, new AbortController().signal);
  known.start(said(), []);
  const judge = new Judge(() => [found], known);
  const shown: Leaving[] = [];
  const box = {
    held: undefined as Leaving | undefined,
    renew: vi.fn((came: Leaving) => {
      box.held = came;
      shown.push(came);
    }),
    close: vi.fn(() => {
      box.held = undefined;
    }),
  };
  const bringUp = () => {
    broughtUp++;
    return answer();
  };
  const detector = { all: () => [found], bringUp } as Pick<Detecting, 'all' | 'bringUp'> as Detecting;
  const held = new Held({ box, known, judge, bus: () => ({ detector, foundListeners: listeners }) });
  const hold = (text = TEXT) => {
    box.held = judge.text(text);
    held.follow();
  };
  return { known, box, held, hold, shown };
}
const ends = () => {
  Object.assign(found, { state: 'complete', text: TEXT });
  for (const listener of listeners) listener(found);
};
const isTold = () => {
  found.hash = HASH;
  for (const listener of listeners) listener(found);
};

describe('an answer that is copied while it is written', () => {
  it('is offered for review as soon as it is complete and known', async () => {
    const { box, hold } = standing();
    hold();
    expect(box.held).toMatchObject({ found: { id: 'one' } });
    expect(box.held?.hash).toBeUndefined();
    expect(broughtUp).toBe(0);
    ends();
    await vi.waitFor(() => expect(box.held?.hash).toBe(HASH));
    expect(box.held?.text).toBe(TEXT);
  });

  it('goes with what stands there in the end, not with what stood there when it was copied', async () => {
    const { box, hold } = standing();
    hold();
    Object.assign(found, { state: 'complete', text: 'Nothing of the kind is known to us.', hash: HASH });
    for (const listener of listeners) listener(found);
    expect(box.held).toMatchObject({ hash: HASH, text: 'Nothing of the kind is known to us.' });
    expect(box.held?.html).toBeUndefined();
  });

  it.each([
    ['It costs 10.00 a month, without tax.', 'It costs 1000 a month, without tax.'],
    ['It is −5 degrees in the hall, so wear a coat.', 'It is 5 degrees in the hall, so wear a coat.'],
  ])('to the last mark: %s', (copied, inTheEnd) => {
    found.turn = { textContent: copied } as unknown as Element;
    const { box, hold } = standing();
    hold(copied);
    Object.assign(found, { state: 'complete', text: inTheEnd, hash: HASH });
    for (const listener of listeners) listener(found);
    expect(box.held?.text).toBe(inTheEnd);
  });

  it('another answer that ends meanwhile is not shown in its place', () => {
    const { box, hold } = standing();
    hold();
    const other = { ...found, id: 'other', state: 'complete', hash: HASH, text: 'Another.' } as Found;
    for (const listener of listeners) listener(other);
    expect(box.renew).not.toHaveBeenCalled();
  });
});

describe('an answer that is complete, and that nobody has told of', () => {
  beforeEach(() => Object.assign(found, { state: 'complete', text: TEXT }));

  it('is told of now: it was never in view', async () => {
    const { box, hold } = standing();
    hold();
    // Not while somebody waits for the box: it is read for that.
    expect(broughtUp).toBe(0);
    await vi.waitFor(() => expect(box.held?.hash).toBe(HASH));
    expect(broughtUp).toBe(1);
  });

  it('waits where the background is busy, without asking again and again, and is shown when it has answered', async () => {
    answer = async () => {
      throw new Error('busy');
    };
    const { box, hold } = standing();
    hold();
    await vi.waitFor(() => expect(broughtUp).toBe(1));
    await new Promise((done) => setImmediate(done));
    expect(broughtUp).toBe(1);
    expect(box.held?.hash).toBeUndefined();
    isTold();
    expect(box.held?.hash).toBe(HASH);
  });

  it('is free at once, where what holds of it says so', async () => {
    const { box, hold, known } = standing();
    known.put([{ hash: HASH, said: FREE }]);
    hold();
    await vi.waitFor(() => expect(box.held?.said.effect).toBe('pass'));
  });
});

describe('what holds changes while it is held', () => {
  beforeEach(() => Object.assign(found, { state: 'complete', text: TEXT, hash: HASH }));

  it('what is told of its text is shown; what is told of another is not', () => {
    const { box, hold, held, known } = standing();
    hold();
    known.put([{ hash: 'other', said: FREE }]);
    held.take([{ hash: 'other', said: FREE }]);
    expect(box.renew).not.toHaveBeenCalled();
    known.put([{ hash: HASH, said: FREE }]);
    held.take([{ hash: HASH, said: FREE }]);
    expect(box.held?.said.effect).toBe('pass');
  });

  it('new rules are shown; the same rules leave alone what a person is at', () => {
    const { box, hold, held, known } = standing();
    known.start(said(), [{ hash: HASH, said: said({ endsInMs: 50_000 }) }]);
    hold();
    known.start(said(), [{ hash: HASH, said: said({ endsInMs: 49_000 }) }]);
    held.renew();
    expect(box.renew).not.toHaveBeenCalled();
    known.start(said(), [{ hash: HASH, said: said({ rule: 'stopped' }) }]);
    held.renew();
    expect(box.held?.said.rule).toBe('stopped');
  });

  it('the box goes with the gate', () => {
    const { box, hold, held, known } = standing();
    hold();
    known.start(undefined, []);
    held.renew();
    expect(box.close).toHaveBeenCalledOnce();
  });
});
