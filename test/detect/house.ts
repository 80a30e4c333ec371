/** In-house chat boxes, written by hand in the styles that people write them in: half to train on, half to test on. */
import type { Page } from 'playwright-core';
import type { LabelledPage, Lang } from './contract.ts';
import { type Said, said, saidByPeople } from './house/words.ts';

interface House {
  style: string;
  split: LabelledPage['split'];
  whole?: boolean;
  /** How an answer comes, where it does not come word by word: so many words at once, so often. */
  pace?: Pace;
  /** A colleague answers. */
  human?: boolean;
  /** In a closed shadow root. */
  closed?: boolean;
  title?: string;
}

interface Pace {
  name: string;
  words: number;
  everyMs: number;
}

const SLOW: Pace = { name: 'slow', words: 6, everyMs: 450 };
const PIECES: Pace = { name: 'pieces', words: 2, everyMs: 110 };

const HOUSES: readonly House[] = [
  { style: 'bem', split: 'train' },
  { style: 'utilities', split: 'train' },
  { style: 'terms', split: 'train' },
  { style: 'hashed', split: 'train' },
  { style: 'words', split: 'train' },
  { style: 'bem', split: 'train', whole: true, title: 'Desk assistant' },
  { style: 'utilities', split: 'train', human: true },
  { style: 'terms', split: 'train', human: true },
  { style: 'lines', split: 'train', human: true },
  { style: 'grouped', split: 'test', human: true },
  { style: 'pictures', split: 'test', human: true },
  { style: 'inline-styles', split: 'test' },
  { style: 'labels', split: 'test' },
  { style: 'pictures', split: 'test' },
  { style: 'grouped', split: 'test' },
  { style: 'rewritten', split: 'test' },
  { style: 'lines', split: 'test' },
  { style: 'utilities', split: 'test', closed: true },
  { style: 'grouped', split: 'test', whole: true, title: 'AI help' },
  { style: 'utilities', split: 'train', pace: SLOW },
  { style: 'pictures', split: 'test', pace: SLOW },
  { style: 'pieces', split: 'train', pace: PIECES },
  { style: 'items', split: 'test', pace: PIECES },
];

/** The name under which all of them are served, and the entry of their script. */
export const HOUSE_ENTRY: [string, string] = ['house', 'house/chat.ts'];

export const housePages = (): LabelledPage[] => HOUSES.map((house, at) => pageOf(house, at % 2 === 0 ? 'en' : 'it'));

function pageOf(house: House, lang: Lang): LabelledPage {
  const { style, split, whole, pace, human, closed, title } = house;
  const query = `lang=${lang}&style=${style}${whole ? '&whole=1' : ''}${pace ? `&words=${pace.words}&every=${pace.everyMs}` : ''}${closed ? '&closed=1' : ''}${human ? '&people=1' : ''}`;
  return {
    id: `house-${style}${human ? '-people' : ''}${closed ? '-closed' : ''}.${lang}${whole ? '.whole' : ''}${pace ? `.${pace.name}` : ''}`,
    kind: 'component',
    component: `hand-written ${style}`,
    path: `/house/?${query}${title ? `&title=${encodeURIComponent(title)}` : ''}`,
    lang,
    streaming: !(whole || human),
    ...(human ? { human } : {}),
    split,
    drive: (page) => converse(page, human ? saidByPeople(lang) : said(lang), closed === true),
    truth: (page) => page.evaluate(() => window.__detect.read()),
  };
}

/** A box in a closed shadow root has the focus from the start: nothing outside can point at it. */
async function converse(page: Page, script: readonly Said[], isClosed: boolean): Promise<void> {
  for (const [at, { asks }] of script.entries()) {
    if (!isClosed) await page.locator('textarea').click();
    await page.keyboard.type(asks, { delay: 4 });
    await page.keyboard.press('Enter');
    await page.waitForFunction((done) => window.__detect.done > done, at, { timeout: 120_000 });
  }
}
