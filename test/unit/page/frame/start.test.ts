import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import { startPage } from '../../../../lib/page/frame/start.ts';

const PROFILE = {
  id: 'desk',
  name: 'Desk',
  match: { hosts: [], markers: ['.desk'] },
  turn: ['.answer'],
  user: ['.me'],
};
const MARKERS = [{ tool: 'desk', selectors: PROFILE.match.markers }];

/** Scripts that were asked for, and how the background answers who tells of a tool. */
let loaded: string[];
let answers: boolean;
/** Until when the background is busy. */
let delayed: Promise<void>;

vi.mock('wxt/browser', () => ({
  browser: { runtime: { onMessage: { addListener: () => undefined, removeListener: () => undefined } } },
}));
vi.mock('../../../../lib/messages/send.ts', () => ({
  send: async (type: string, body: { script?: string; tool?: string }) => {
    if (body.script) loaded.push(body.script);
    if (type !== 'detector.start') return null;
    if (!body.tool) return { learn: true, markers: MARKERS };
    await delayed;
    if (!answers) throw new Error('busy');
    return { profile: PROFILE, known: PROFILE, learn: false, markers: [] };
  },
}));

beforeEach(() => {
  [loaded, answers, delayed] = [[], true, Promise.resolve()];
  return () => vi.unstubAllGlobals();
});

/** Starts in a page, and lets all that is asked be answered. */
async function started(html: string): Promise<string[]> {
  const window = parseHTML(`<html><body>${html}</body></html>`);
  for (const name of ['document', 'Element', 'HTMLElement', 'Text', 'ShadowRoot', 'HTMLFormElement'] as const)
    vi.stubGlobal(name, Reflect.get(window, name));
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = () => undefined;
      takeRecords = () => [];
      disconnect = () => undefined;
    },
  );
  startPage();
  await new Promise((done) => setImmediate(done));
  return loaded;
}

it('a page that nobody knows is learned', async () => {
  expect(await started('<main>Hello</main>')).toEqual(['learner']);
});

it('one that holds the mark of a known tool is not', async () => {
  expect(await started('<main class="desk"><p class="me">Hello?</p></main>')).toEqual([]);
});

it('it is, where the background did not say how to read that tool', async () => {
  answers = false;
  expect(await started('<main class="desk"><p class="me">Hello?</p></main>')).toEqual(['learner']);
});

it('a person who does something before it is known how the page is read has its health watched all the same', async () => {
  let answer = (): void => undefined;
  delayed = new Promise((resolve) => {
    answer = resolve;
  });
  await started('<main class="desk"><p class="me">Hello?</p></main>');
  const press = new (Reflect.get(document.defaultView as object, 'Event') as typeof Event)('pointerdown');
  document.dispatchEvent(Object.defineProperty(press, 'isTrusted', { value: true }));
  answer();
  await vi.waitFor(() => expect(loaded).toEqual(['health']));
});
