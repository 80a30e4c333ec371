/** Pages that are read: an article about AI with comments, documentation, search results, a video with comments. */
import type { Html, PlainPage } from './page.ts';
import { played, readThrough, typeInto } from './page.ts';

interface Comment {
  by: string;
  when: string;
  text: string;
}

const ARTICLE_EN = {
  title: 'The clerk who reads every chatbot answer twice',
  lead: 'In a housing office by the harbour, one woman decides which AI answers reach the tenants. We spent a day at her desk.',
  body: [
    'At half past eight Ines Okafor opens the queue. Forty-one drafts written by an assistant wait for her, most of them about heating. “It writes better than I do,” she says, “and that is exactly why I slow down.” She reads with a ruler, line by line, the way her first boss taught her to read leases.',
    'Her office bought the system last spring. It was meant to save two posts. Instead, one person now does nothing but check what it says, and the other answers the letters it cannot understand. The director calls that a success, and the tenants’ union, to everybody’s surprise, agrees.',
    'The mistakes are seldom dramatic. A wrong floor. A phone number that belonged to the office until 2019. Once, a promise that the lift would be repaired by Friday, made with such warmth that two families cancelled their movers. Ines keeps that letter pinned above her screen.',
    'What would she tell other offices? “Count,” she says, and turns her notebook around. Columns of pencil strokes, one for every draft she changed, sorted by what was wrong with it. In March it was one in five. In October, one in nine. She does not know why, and says so.',
  ],
  comments: [
    {
      by: 'harbourlight',
      when: '2 hours ago',
      text: 'I lived in one of those blocks. The letters did get better, I assumed they had hired somebody.',
    },
    {
      by: 'R. Vandam',
      when: '1 hour ago',
      text: 'Ask ChatGPT to write this article and you would not get the ruler. Lovely detail.',
    },
    {
      by: 'toomanykeys',
      when: '34 minutes ago',
      text: 'As a former clerk: the pencil strokes are the only honest statistic in the whole building. Everything the director shows is generated from the ticket system, and people close tickets to go home.',
    },
  ],
  form: 'Join the discussion',
  send: 'Post',
};

const ARTICLE_IT = {
  title: 'Il mulino che macina ancora a pietra',
  lead: 'Sul torrente Varrone tre fratelli hanno rimesso in moto le macine del nonno. La farina finisce in due giorni.',
  body: [
    'La ruota parte alle sei, prima del sole. Carlo apre la chiusa con il piede, come ha visto fare da bambino, e per qualche secondo non succede niente. Poi il legno geme, l’acqua trova le pale, e tutto il pavimento comincia a tremare piano.',
    'Il mulino era fermo dal 1974. Dentro c’erano un nido di ghiri, una bicicletta e i registri della cooperativa, scritti a matita. Da quei registri i fratelli hanno capito quali campi della valle davano il grano migliore, e sono andati a cercare i nipoti di chi li coltivava.',
    'Oggi lavorano dodici quintali alla settimana. Potrebbero farne trenta, dicono, ma la pietra si scalda e la farina perde profumo. Così chi arriva tardi torna a casa a mani vuote, e di solito si ferma a bere un caffè.',
  ],
  comments: [
    {
      by: 'Silvana M.',
      when: '3 ore fa',
      text: 'Mio padre portava il granturco lì con l’asino. Che emozione rivedere la ruota.',
    },
    {
      by: 'pietro_lecco',
      when: 'ieri',
      text: 'Ottima farina, ma mettete un cartello sulla provinciale: abbiamo girato mezz’ora.',
    },
  ],
  form: 'Scrivi un commento',
  send: 'Pubblica',
};

function comment({ by, when, text }: Comment): string {
  return `<li class="comment"><b>${by}</b> <time>${when}</time><p>${text}</p><button>👍 12</button> <button>👎</button> <button>Reply</button></li>`;
}

function article({ title, lead, body, comments, form, send }: typeof ARTICLE_EN): Html {
  return {
    title,
    body: `<header><nav><a href="#">News</a> <a href="#">Culture</a> <a href="#">Work</a></nav></header>
<main><article class="story"><h1>${title}</h1><p class="lead">${lead}</p><button>Share</button> <button>Copy link</button>
${body.map((text) => `<p>${text}</p>`).join('\n')}</article>
<section class="comments"><h2>${comments.length}</h2><ul>${comments.map(comment).join('')}</ul>
<form><label>${form}<br><textarea rows="3" cols="60"></textarea></label><button>${send}</button></form></section></main>`,
  };
}

const DOCS = `<div class="layout"><aside><a href="#i">Install</a> <a href="#c">Configure</a> <a href="#u">Upgrade</a></aside>
<main class="prose markdown-body"><h1 id="i">Getting started with Ferry</h1>
<p>Ferry copies folders between machines and keeps them the same. It needs no server: the two ends talk directly, and whichever was offline catches up later.</p>
<div class="highlight"><pre><code class="language-bash">curl -O https://ferry.example/install.sh
sh install.sh --prefix ~/.local</code></pre><button class="copy">Copy</button></div>
<h2 id="c">Configure</h2><p>Every folder has a file called <code>ferry.toml</code>. These three keys are the ones you will change:</p>
<ul><li><strong>peers</strong>: the machines that hold a copy</li><li><strong>ignore</strong>: patterns that stay where they are</li><li><strong>keep</strong>: how many old versions are held, ten by default</li></ul>
<div class="highlight"><pre><code class="language-toml">peers = ["attic", "laptop"]
ignore = ["*.tmp"]
keep = 10</code></pre><button class="copy">Copy</button></div>
<blockquote><p><strong>Note.</strong> Changing <code>keep</code> deletes nothing until the next full pass at night.</p></blockquote>
<h2 id="u">Upgrade</h2><ol><li>Stop Ferry on every machine.</li><li>Install the new version.</li><li>Start the machine that has the most recent files first.</li></ol>
<p>Was this page helpful? <button aria-label="Good">👍</button> <button aria-label="Bad">👎</button></p></main></div>`;

const RESULTS = [
  [
    'Orari e biglietti del museo della seta',
    'Il museo è aperto dal martedì alla domenica, dalle dieci alle diciotto. L’ultimo ingresso è un’ora prima della chiusura. Gruppi solo su prenotazione.',
  ],
  [
    'Come si alleva il baco: guida per le scuole',
    'Una scheda in sei passi, dalle uova al bozzolo, pensata per la terza elementare. Servono foglie di gelso fresche e una scatola da scarpe.',
  ],
  [
    'La filanda di Garlate racconta',
    'Le macchine sono ancora quelle del 1885 e due volte all’anno vengono messe in moto da volontari che le hanno restaurate pezzo per pezzo.',
  ],
  [
    'Seta, prezzi all’ingrosso',
    'Listino aggiornato ogni lunedì. I prezzi si intendono al chilogrammo, franco magazzino, per partite superiori ai cinquanta chili.',
  ],
];

const VIDEO = `<main><div style="background:#222;height:240px;color:#fff">▶ 04:12 / 18:40</div><h1>Sharpening a plane blade without a jig</h1>
<p>18,204 views · <button aria-label="like this video">👍 1.2K</button> <button aria-label="dislike this video">👎</button> <button>Share</button></p>
<section id="comments"><input id="say" placeholder="Add a comment..." size="60"><button id="post">Comment</button>
<div class="thread"><b>@oldoak</b> <p class="text">Forty years at the bench and I still learned something at 7:40. The trick with the thumb behind the blade is worth the whole video. My teacher used to do it and never told anyone why.</p><button aria-label="Like">👍</button><button aria-label="Dislike">👎</button></div>
<div class="thread"><b>@minka_w</b> <p class="text">Which stone do you use for the last step? The link in the description goes nowhere.</p><button aria-label="Like">👍</button><button aria-label="Dislike">👎</button></div>
<div class="thread"><b>@plane_jane</b> <p class="text">For anyone in a hurry: 2:10 flattening the back, 7:40 the thumb, 11:05 the strop. Do not skip the strop like I did, it took me a week to find out what was wrong.</p><button aria-label="Like">👍</button><button aria-label="Dislike">👎</button></div></section></main>`;

export const ARTICLES: readonly PlainPage[] = [
  {
    name: 'article',
    langs: ['en', 'it'],
    split: 'train',
    html: (lang) => article(lang === 'it' ? ARTICLE_IT : ARTICLE_EN),
    async use(page, lang) {
      await readThrough(page);
      const text =
        lang === 'it' ? 'Ci sono stato domenica, vale il viaggio.' : 'We do the same at our office, with a red pen.';
      return [await typeInto(page, 'textarea', text)];
    },
  },
  {
    name: 'documentation',
    langs: ['en'],
    split: 'test',
    html: () => ({ title: 'Ferry: getting started', body: DOCS }),
    async use(page) {
      await readThrough(page);
      await page.locator('.copy').first().click();
      return [];
    },
  },
  {
    name: 'search-results',
    langs: ['it'],
    split: 'test',
    live: true,
    html: () => ({
      title: 'Ricerca',
      body: `<form role="search"><input type="search" id="q" size="40" aria-label="Cerca"></form><p id="count" role="status"></p>
<ol id="results">${RESULTS.map(([title, text]) => `<li><h3><a href="#">${title}</a></h3><p>${text}</p></li>`).join('')}</ol>`,
    }),
    async use(page) {
      const typed = await typeInto(page, '#q', 'seta museo orari di apertura');
      await played(page);
      return [typed];
    },
  },
  {
    name: 'video-comments',
    langs: ['en'],
    split: 'train',
    live: true,
    html: () => ({ title: 'Sharpening a plane blade', body: VIDEO }),
    async use(page) {
      const typed = await typeInto(page, '#say', 'The strop part saved my best chisel, thanks!');
      await page.locator('#post').click();
      await played(page);
      return [typed];
    },
  },
];
