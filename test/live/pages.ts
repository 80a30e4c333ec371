/** The markup of the live pages: an in-house assistant of a fictional office supplier. */
import { answersIn, type LiveLang } from './answers.ts';

export type LivePage = 'deep-chat' | 'n8n-chat' | 'plain';

export interface PageQuery {
  lang: LiveLang;
  theme?: 'light' | 'dark';
  /** The query as it came, for the links to the other language and for the page's own code. */
  search: URLSearchParams;
}

interface Desk {
  desk: string;
  hello: string;
  lead: string;
}

const WORDS = {
  en: {
    title: 'Assistant',
    fresh: 'New conversation',
    ask: 'Ask about',
    theme: 'Light or dark',
    language: 'Language',
    note: 'The assistant can be wrong. Check what matters before you use it.',
    user: 'Signed in as Marta Olivieri',
    desks: {
      'deep-chat': {
        desk: 'Customer desk',
        hello: 'Good morning, Marta',
        lead: 'Answers from the handbook, the price lists and the contracts of Tarvello.',
      },
      'n8n-chat': {
        desk: 'Operations desk',
        hello: 'What are you working on, Marta?',
        lead: 'Questions about people, invoices and stock, answered from our own documents.',
      },
    } satisfies Record<Exclude<LivePage, 'plain'>, Desk>,
  },
  it: {
    title: 'Assistente',
    fresh: 'Nuova conversazione',
    ask: 'Chiedi di',
    theme: 'Chiaro o scuro',
    language: 'Lingua',
    note: "L'assistente può sbagliare. Controlla ciò che conta prima di usarlo.",
    user: 'Accesso di Marta Olivieri',
    desks: {
      'deep-chat': {
        desk: 'Servizio clienti',
        hello: 'Buongiorno, Marta',
        lead: 'Risposte dal manuale, dai listini e dai contratti di Tarvello.',
      },
      'n8n-chat': {
        desk: 'Ufficio operativo',
        hello: 'A che cosa lavori, Marta?',
        lead: 'Domande su personale, fatture e magazzino, con risposte dai nostri documenti.',
      },
    } satisfies Record<Exclude<LivePage, 'plain'>, Desk>,
  },
} as const;

export function assistantPage(page: Exclude<LivePage, 'plain'>, query: PageQuery): string {
  const words = WORDS[query.lang];
  const { desk, hello, lead } = words.desks[page];
  const prompts = answersIn(query.lang).map(({ prompt }) => prompt);
  const cards = page === 'deep-chat' ? prompts.slice(0, 4) : prompts.slice(-4);
  const room = page === 'n8n-chat' ? 'div' : 'main'; // n8n's chat brings a main of its own
  const style =
    page === 'n8n-chat' ? `${sheet('/vendor/n8n-chat/style.css')}${sheet('/live/client/n8n-look.css')}` : '';
  return `${head(`${desk} · Tarvello`, query, `${sheet('/live/client/page.css')}${style}`)}
<body class="assistant" data-page="${page}"${themeOf(query)}>
<header class="top">
  <a class="brand" href="${linkTo(page, query, {})}"><img src="/live/client/mark.svg" alt="" width="28" height="28">Tarvello</a>
  <span class="desk">${desk}</span>
  <nav class="langs" aria-label="${words.language}">${languageLinks(page, query)}</nav>
  <button type="button" class="theme" data-theme-toggle aria-label="${words.theme}"><span aria-hidden="true">◐</span></button>
  <span class="person" role="img" aria-label="${words.user}">MO</span>
</header>
<nav class="side" aria-label="${words.title}">
  <a class="fresh" href="${linkTo(page, query, {})}"><span aria-hidden="true">+</span>${words.fresh}</a>
  <h2>${words.ask}</h2>
  <ul>${prompts.map((prompt) => `<li>${askButton(prompt)}</li>`).join('')}</ul>
</nav>
<${room} id="room">
  <section class="hero" id="hero"><h1>${hello}</h1><p>${lead}</p>
    <div class="cards">${cards.map(askButton).join('')}</div>
  </section>
  <div id="chat"></div>
  <p class="note">${words.note}</p>
</${room}>
<script type="module" src="/live/client/${page}.ts"></script>
</body></html>`;
}

export function plainPage(query: PageQuery): string {
  return `${head('Plain assistant', query, sheet('/live/client/plain.css'))}
<body data-page="plain"${themeOf(query)}>
<main id="main"><div id="thread"></div></main>
<form id="composer" class="composer"><div id="prompt-textarea" contenteditable="true" role="textbox" aria-label="Message"></div>
<span id="action"></span></form>
<script type="module" src="/live/client/plain.ts"></script>
</body></html>`;
}

function head(title: string, { lang }: PageQuery, links: string): string {
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><link rel="icon" href="/live/client/mark.svg">${links}</head>`;
}

function languageLinks(page: LivePage, query: PageQuery): string {
  const link = (lang: LiveLang) => {
    const current = lang === query.lang ? ' aria-current="true"' : '';
    return `<a href="${linkTo(page, query, { lang })}" hreflang="${lang}"${current}>${lang.toUpperCase()}</a>`;
  };
  return `${link('en')}${link('it')}`;
}

function askButton(prompt: string): string {
  return `<button type="button" data-ask="${escaped(prompt)}">${escaped(prompt)}</button>`;
}

function linkTo(page: LivePage, query: PageQuery, change: { lang?: LiveLang }): string {
  const search = new URLSearchParams(query.search);
  if (change.lang) search.set('lang', change.lang);
  const text = search.toString();
  return escaped(`/${page}${text ? `?${text}` : ''}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function themeOf({ theme }: PageQuery): string {
  return theme ? ` data-theme="${theme}"` : '';
}

function sheet(href: string): string {
  return `<link rel="stylesheet" href="${href}">`;
}
