import { parseHTML } from 'linkedom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lastBlock, quietAfter } from '../../../../lib/page/working/sentence.ts';

const quiet = (text: string) => quietAfter(text, undefined);

describe('how long an answer must be quiet', () => {
  it.each(['It is open until noon.', '商品到着から14日以内です。', 'Er sagte: „Ja.“', 'متى؟', 'Done ✅'])(
    'no longer after the end of a sentence: %s',
    (text) => {
      expect(quiet(text)).toBe(0);
    },
  );

  it.each([
    'There are fourteen late parcels. The second group of them waits for',
    'Here is the table:',
    'The first point is the price, and as for the second of them, which is more,',
  ])('longest in the middle of one: %s', (text) => {
    expect(quiet(text)).toBeGreaterThan(5_000);
  });

  it.each([
    'I look that up in the shipping system.',
    'Good question. Let me check the calendar first.',
    'Searching the handbook…',
    'Un attimo, controllo nel gestionale.',
    'Ora verifico le scadenze.',
    'Ich sehe in der Datenbank nach.',
    'Je vérifie dans le registre.',
    'Voy a consultar el calendario.',
    '在庫システムを確認します。',
    'سأتحقق من الجدول.',
    'Dear partner, nine of our parcels are late this week.',
    'Ecco la bozza.\n\nGentile signora Rossi,\n\nla ringraziamo per il suo messaggio.',
    'Sehr geehrte Frau Lind, Ihre Bestellung ist da.',
  ])('longest after it says what it does next, or has only begun: %s', (text) => {
    expect(quiet(text)).toBeGreaterThan(5_000);
  });

  it.each([
    'Done. Let me know if you need more.',
    'Yes, you can check it in the portal.',
    'Sì, basta un attimo.',
    'Dear Ines, all is well. We meet on Friday. Please bring the keys.',
    'Oh dear, that is late.',
    'Caro non è: costa dieci euro.',
    'I have put the page beside our talk.',
    `${'The doors are closed at six, and the till is counted twice. '.repeat(4)}I check both.`,
  ])('no longer after what only sounds so: %s', (text) => {
    expect(quiet(text)).toBe(0);
  });

  it.each(['Yes', 'Room 214', 'Dear Ines, all is well.\n\nKind regards', 'One. Two.\n\nThe team in Ghent'])(
    'a while after a line that may be whole: %s',
    (text) => {
      expect(quiet(text)).toBeGreaterThan(1_000);
      expect(quiet(text)).toBeLessThan(2_600);
    },
  );
});

describe('the block in which the last words stand', () => {
  afterEach(() => vi.unstubAllGlobals());
  const ITEM = 'Take the parcel to the nearest point of return';
  const LIST = `<p>Three steps. Then it is done.</p><ol><li>Print the label</li><li>${ITEM}</li></ol>`;

  function quietIn(html: string, fill: (answer: Element) => void = () => undefined): number {
    const window = parseHTML(`<html><body><main>${html}</main></body></html>`);
    for (const name of ['Element', 'HTMLElement', 'Text', 'ShadowRoot'] as const) vi.stubGlobal(name, window[name]);
    const answer = window.document.querySelector('main') as unknown as Element;
    fill(answer);
    return quietAfter(`Three steps. Then it is done.\nPrint the label\n${ITEM}`, lastBlock(answer, ['.clock']));
  }

  it.each([
    ['nothing', ''],
    ['a cursor that shows nothing', '<span class="cursor"></span>'],
    ['a clock that is none of the text', '<span></span><div class="clock"><span>10:20</span></div>'],
    ['a button', '<div><button>Copy</button></div>'],
    ['a sheet of styles', '<style>p { margin: 0 }</style>'],
  ])('is found before %s', (_, behind) => {
    expect(quietIn(LIST + behind)).toBeLessThan(2_600);
  });

  it('is found in a component’s own root, and around one', () => {
    const inRoot = (answer: Element) => {
      (answer.firstElementChild as Element).attachShadow({ mode: 'open' }).innerHTML = LIST;
    };
    const aroundRoot = (answer: Element) => {
      (answer.querySelector('x-words') as Element).attachShadow({ mode: 'open' }).innerHTML = `<span>${ITEM}</span>`;
    };
    expect(quietIn('<x-answer></x-answer>', inRoot)).toBeLessThan(2_600);
    expect(quietIn('<ol><li><x-words></x-words></li></ol>', aroundRoot)).toBeLessThan(2_600);
  });

  it('is a paragraph where the list ended before it', () => {
    expect(quietIn(`<ol><li>Print the label</li></ol><p>${ITEM}</p>`)).toBeGreaterThan(5_000);
  });
});
