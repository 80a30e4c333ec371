import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { offerRecords, takeChanges } from '../../../lib/page/ground/records.ts';

const first = [{ type: 'childList' }] as MutationRecord[];
const second = [{ type: 'characterData' }] as MutationRecord[];

class FakeObserver {
  observed: unknown[] = [];
  pending: MutationRecord[] = [];
  readonly tell: (records: MutationRecord[]) => void;
  constructor(hear: (records: MutationRecord[]) => void) {
    this.tell = hear;
    made.push(this);
  }
  observe = (root: unknown) => void this.observed.push(root);
  disconnect = () => void this.observed.splice(0);
  takeRecords = () => this.pending.splice(0);
}
class FakeShadow {}

let made: FakeObserver[];
/** The observer of the document. */
let shared: FakeObserver;
let ends: AbortController[];

beforeEach(() => {
  [made, ends] = [[], []];
  vi.stubGlobal('MutationObserver', FakeObserver);
  vi.stubGlobal('ShadowRoot', FakeShadow);
  vi.stubGlobal('document', {});
  offerRecords();
  [shared] = made as [FakeObserver];
});
afterEach(() => {
  for (const end of ends) end.abort();
  vi.unstubAllGlobals();
});

function taker(take = vi.fn<(records: readonly MutationRecord[]) => void>()) {
  const end = new AbortController();
  ends.push(end);
  const begin = takeChanges(take, end.signal);
  begin(document);
  return { take, end, begin };
}

it('of the document are made once for all who take them, each until its own end', () => {
  const [detector, learner] = [taker(), taker()];
  shared.tell(first);
  detector.end.abort();
  shared.tell(second);
  expect(detector.take.mock.calls).toEqual([[first]]);
  expect(learner.take.mock.calls).toEqual([[first], [second]]);
  expect(made.flatMap(({ observed }) => observed)).toEqual([document]);
});

it('are no more made once nobody takes them, and again when somebody does', () => {
  taker().end.abort();
  expect(shared.observed).toEqual([]);
  const { take } = taker();
  shared.tell(first);
  expect(shared.observed).toEqual([document]);
  expect(take.mock.calls).toEqual([[first]]);
});

it('are not given to who came after them, nor to who has ended before it began', () => {
  const detector = taker();
  shared.pending = [...first];
  const learner = taker();
  expect(detector.take.mock.calls).toEqual([[first]]);
  expect(learner.take).not.toHaveBeenCalled();
  learner.end.abort();
  learner.begin(document);
  shared.tell(second);
  expect(learner.take).not.toHaveBeenCalled();
});

it('of a shadow root are for who has found it', () => {
  const [detector, learner] = [taker(), taker()];
  const root = new FakeShadow() as ShadowRoot;
  learner.begin(root);
  const own = made.find(({ observed }) => observed.includes(root));
  own?.tell(first);
  expect(learner.take.mock.calls).toEqual([[first]]);
  expect(detector.take).not.toHaveBeenCalled();
});

it('reach everybody, though one of them fails', () => {
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  taker(
    vi.fn(() => {
      throw new Error('a page built so that it cannot be read');
    }),
  );
  const { take } = taker();
  shared.tell(first);
  expect(take).toHaveBeenCalledOnce();
});
