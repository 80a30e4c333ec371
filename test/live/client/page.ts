/** What both assistant pages do around the component: read the address, switch the theme, ask a suggested question. */
import { type LiveLang, type PastTurn, pastTurns } from '../answers.ts';

interface PageSettings {
  lang: LiveLang;
  history: PastTurn[];
  /** Where the component sends questions, with what the address says of pace, pause and language. */
  endpoint: string;
  placeholder: string;
}

const PLACEHOLDER: Record<LiveLang, string> = {
  en: 'Ask about returns, prices, contracts…',
  it: 'Chiedi di resi, prezzi, contratti…',
};

export function settingsOf(page: 'deep-chat' | 'n8n-chat'): PageSettings {
  const search = new URLSearchParams(location.search);
  const lang: LiveLang = document.documentElement.lang === 'it' ? 'it' : 'en';
  const endpoint = new URL(`/api/${page}`, location.origin);
  endpoint.searchParams.set('lang', lang);
  for (const name of ['pace', 'chunk', 'pause', 'whole']) {
    const value = search.get(name);
    if (value !== null) endpoint.searchParams.set(name, value);
  }
  return {
    lang,
    history: pastTurns(Number(search.get('history') ?? 0), lang),
    endpoint: endpoint.href,
    placeholder: PLACEHOLDER[lang],
  };
}

/** The greeting goes when the conversation begins. */
export function begun(): void {
  document.querySelector('#hero')?.remove();
}

/** Connects the suggested questions and the theme switch. */
export function connect(ask: (prompt: string) => void): void {
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const prompt = target.closest<HTMLElement>('[data-ask]')?.dataset.ask;
    if (prompt) ask(prompt);
    if (target.closest('[data-theme-toggle]')) switchTheme();
  });
  document.body.dataset.ready = '';
}

function switchTheme(): void {
  const { dataset } = document.body;
  const dark = dataset.theme ? dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  dataset.theme = dark ? 'light' : 'dark';
}
