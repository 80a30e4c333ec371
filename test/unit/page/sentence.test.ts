import { describe, expect, it } from 'vitest';
import { quietAfter } from '../../../lib/page/working/sentence.ts';

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
