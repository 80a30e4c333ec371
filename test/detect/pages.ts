/** All labelled pages. */
import type { Page } from 'playwright-core';
import { componentEntries, componentPages } from './components.ts';
import type { LabelledPage, Lang } from './contract.ts';
import { DESK_ENTRY, deskPages } from './desks.ts';
import { HOUSE_ENTRY, housePages } from './house.ts';
import { ARTICLES } from './plain/articles.ts';
import { EDITORS } from './plain/editors.ts';
import type { Html, PlainPage } from './plain/page.ts';
import { STREAMS } from './plain/streams.ts';
import { THREADS } from './plain/threads.ts';

const PLAIN: readonly PlainPage[] = [...ARTICLES, ...THREADS, ...STREAMS, ...EDITORS];

export function labelledPages(): LabelledPage[] {
  return [
    ...componentPages(),
    ...housePages(),
    ...deskPages(),
    ...PLAIN.flatMap((plain) => plain.langs.map((lang) => pageOf(plain, lang))),
  ];
}

/** Which names are served with a script, and the entry it is built from. */
export function bundled(): Map<string, string> {
  const live = PLAIN.filter((plain) => plain.live);
  return new Map([
    ...componentEntries(),
    HOUSE_ENTRY,
    DESK_ENTRY,
    ...live.map(({ name }): [string, string] => [name, `live/${name}.ts`]),
  ]);
}

export function plainHtml(name: string, lang: Lang): Html | undefined {
  return PLAIN.find((plain) => plain.name === name)?.html(lang);
}

function pageOf({ name, split, human, use }: PlainPage, lang: Lang): LabelledPage {
  const typed = new WeakMap<Page, string[]>();
  return {
    id: `${name}.${lang}`,
    kind: 'plain',
    path: `/${name}/?lang=${lang}`,
    lang,
    streaming: false,
    ...(human ? { human } : {}),
    split,
    drive: async (page) => {
      typed.set(page, await use(page, lang));
    },
    truth: async (page) => ({ outputs: [], userTexts: typed.get(page) ?? [], neutral: [] }),
  };
}
