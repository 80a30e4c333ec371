/** What stands in a field and was typed by nobody: it was spoken, or taken from a list, and a click sends it. */
import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import { Typed } from '../../../../lib/page/prompt/typed.ts';

let typed: Typed;
let press: (selector: string) => void;

beforeEach(() => {
  const { document, Element, HTMLInputElement } = parseHTML('<html><body></body></html>');
  vi.stubGlobal('document', document);
  vi.stubGlobal('Element', Element);
  vi.stubGlobal('HTMLInputElement', HTMLInputElement);
  const heard = new Map<string, (event: unknown) => void>();
  const root = { addEventListener: (type: string, hear: (event: unknown) => void) => heard.set(type, hear) };
  typed = new Typed(new AbortController().signal, () => undefined);
  typed.observe(root as unknown as Document);
  press = (selector) =>
    heard.get('pointerdown')?.({ isTrusted: true, composedPath: () => [document.querySelector(selector)] });
  return () => vi.unstubAllGlobals();
});

const sent = () => typed.prompts().map(({ text }) => text);
const SAID = 'When does the archive close?';

it.each([
  ['beside the field', `<form><textarea>${SAID}</textarea><button class="send">➤</button></form>`],
  [
    'in a bar of its own',
    `<div class="ask"><div><div contenteditable="true">${SAID}</div></div><div class="bar"><span><button class="send"><i>➤</i></button></span></div></div>`,
  ],
  ['that is a part of a framework', `<div><textarea>${SAID}</textarea><div role="button" class="send">➤</div></div>`],
])('is sent by a button %s', (_, html) => {
  document.body.innerHTML = html;
  press('.send');
  expect(sent()).toEqual([SAID]);
});

it('is sent once, however often the button is pressed', () => {
  document.body.innerHTML = `<form><textarea>${SAID}</textarea><button class="send">➤</button></form>`;
  press('.send');
  const [first] = typed.prompts();
  press('.send');
  expect(typed.prompts()).toEqual([first]);
});

it('each is sent that stands in the field when the button is pressed, also after another one', () => {
  document.body.innerHTML = `<form><textarea>${SAID}</textarea><button class="send">➤</button></form>`;
  press('.send');
  for (const next of ['And on Friday?', 'Who has the key then?']) {
    (document.querySelector('textarea') as HTMLTextAreaElement).value = next;
    press('.send');
  }
  expect(sent()).toEqual(['Who has the key then?', 'And on Friday?', SAID]);
});

it.each([
  ['nothing stands in the field', '<form><textarea></textarea><button class="send">➤</button></form>'],
  ['it is a password', '<form><input type="password" value="four five six"><button class="send">➤</button></form>'],
  ['what is pressed is no button', `<form><textarea>${SAID}</textarea><b class="send">➤</b></form>`],
])('is not sent where %s', (_, html) => {
  document.body.innerHTML = html;
  press('.send');
  expect(sent()).toEqual([]);
});
