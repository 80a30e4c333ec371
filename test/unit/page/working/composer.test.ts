/** How the field looks in which a person asks costs the same at each letter, however long the conversation is. */
import { parseHTML } from 'linkedom';
import { afterEach, expect, it, vi } from 'vitest';
import { Composer } from '../../../../lib/page/working/composer.ts';

const FORM = '<form><div id="field"></div><span id="action"></span></form>';
const TURN = '<section><div><div><p>What was said</p></div></div></section>';
const ANSWER = '<section><div><div><p>What was answered</p></div></div><div><button>Copy</button></div></section>';

/** A page in which somebody writes, whose form has no button at rest. */
function pageOf(html: string, form = FORM) {
  const { document, window } = parseHTML(`<html><body><main>${html}</main>${form}</body></html>`);
  vi.stubGlobal('Element', window.Element);
  vi.stubGlobal('HTMLInputElement', window.HTMLInputElement);
  vi.stubGlobal('ShadowRoot', class {});
  vi.stubGlobal('NodeFilter', { SHOW_ELEMENT: 1 });
  vi.stubGlobal('document', document);
  let nowMs = 10_000;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
  const heard = new Map<string, (event: object) => void>();
  vi.spyOn(document, 'addEventListener').mockImplementation(((type: string, hear: (event: object) => void) =>
    heard.set(type, hear)) as never);
  const composer = new Composer(
    () => true,
    new AbortController().signal,
    () => document.querySelector('main > .answer') ?? undefined,
  );
  const field = document.querySelector('#field');
  const type = (afterMs = 200) => {
    nowMs += afterMs;
    heard.get('beforeinput')?.({ isTrusted: true, composedPath: () => [field] });
  };
  const asked = vi.spyOn(window.Element.prototype, 'matches');
  const listed = vi.spyOn(window.Element.prototype, 'querySelectorAll');
  /** Elements that were asked something, or put into a list, since the page was there. */
  const touched = () => {
    const lists = listed.mock.results.map(({ value }) => (value as ArrayLike<Element>).length);
    return lists.reduce((sum, length) => sum + length, asked.mock.calls.length);
  };
  for (const spy of [asked, listed]) spy.mockClear();
  const draw = (button: string) => {
    (document.querySelector('#action') as Element).innerHTML = button;
  };
  const write = (text: string) => {
    (field as Element).textContent = text;
  };
  const add = (turn: string) => document.querySelector('main')?.insertAdjacentHTML('beforeend', turn);
  return { composer, type, draw, touched, write, add };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it.each([
  ['with buttons', '', TURN + ANSWER],
  ['without any, below a menu', '<button>Menu</button>', TURN + TURN],
])('after 2,000 turns %s no more elements are touched than after 400', (_, head, turns) => {
  const counts = [400, 2_000].map((count) => {
    const { type, touched } = pageOf(head + turns.repeat(count / 2));
    type();
    type();
    return touched();
  });
  expect(counts[1]).toBe(counts[0]);
  expect(counts[1]).toBeLessThan(3_000);
});

it('letters that come closer together than anybody writes are one', () => {
  const { type, touched } = pageOf(ANSWER.repeat(20));
  type();
  const once = touched();
  for (let letter = 0; letter < 4; letter++) type(10);
  expect(touched()).toBe(once);
  type(50);
  expect(touched()).toBeGreaterThan(once);
});

it('a button to stop in the form is another look than that of rest, also after a long conversation', () => {
  const { composer, type, draw } = pageOf((TURN + ANSWER).repeat(1_000));
  type();
  expect(composer.isOther()).toBe(false);
  draw('<button>Stop</button>');
  expect(composer.isOther()).toBe(true);
  draw('');
  expect(composer.isOther()).toBe(false);
});

const ANSWERED =
  '<section class="answer"><p>What was answered</p><button>Copy</button><button>Good response</button></section>';
const SEND = '<button>Send</button>';
const STOP = '<button>Stop</button>';

it.each([
  ['in a page of its own', ''],
  ['below what was answered before', ANSWERED],
])(
  'actions of answers are no buttons of a field that has one only when something is written in it, %s',
  (_, before) => {
    const { composer, type, draw, write, add } = pageOf(before);
    for (const [asked] of [['How much?'], ['And when?'], ['Why so?']] as const) {
      type();
      write(asked);
      draw(SEND);
      type();
      write('');
      draw(STOP);
      add('<section class="answer"><p>What was</p></section>');
      composer.isOther(true);
      draw('');
      add(ANSWERED);
      expect(composer.isOther(false)).toBe(false);
    }
  },
);

it('actions of answers are no buttons of a field without any', () => {
  const { composer, type, add } = pageOf('');
  for (let answer = 0; answer < 3; answer++) {
    type();
    type();
    add('<section class="answer"><p>What was</p></section>');
    composer.isOther(true);
    add(ANSWERED);
    expect(composer.isOther(false)).toBe(false);
  }
});

it('the first letters of a question that were not heard make no sign of work of an empty field', () => {
  const { composer, type, draw, write } = pageOf('');
  write('How m');
  draw(SEND);
  type();
  write('');
  draw('<button disabled>Send</button>');
  composer.isOther(true);
  expect(composer.isOther(false)).toBe(false);
});

it('what one could ask next is no sign of work: it turns up when nothing comes any more', () => {
  const { composer, type, draw } = pageOf('');
  draw(SEND);
  type();
  composer.isOther(true);
  expect(composer.isOther(false)).toBe(false);
  draw(`<button>And on Sunday?</button><button>Who has the key?</button>${SEND}`);
  expect(composer.isOther(false)).toBe(false);
  type();
  draw(STOP);
  composer.isOther(true);
  expect(composer.isOther(false)).toBe(true);
});
