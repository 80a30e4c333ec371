/** Pages where people write to each other. */
import type { Page } from 'playwright-core';
import type { Lang } from '../contract.ts';
import { talk } from '../words/people.ts';
import type { PlainPage } from './page.ts';
import { played, typeInto } from './page.ts';

const MAIL = `<div role="toolbar"><button>Archivia</button> <button>Rispondi</button> <button>Inoltra</button></div>
<h1>Preventivo per le insegne del secondo piano</h1>
<div role="list"><div role="listitem" class="mail"><b>Ornella Bassi</b> &lt;ornella@officina.example&gt; <time>lun 9:12</time>
<div class="body"><p>Buongiorno Tommaso,</p><p>come d’accordo le mando le misure delle quattro insegne. Quella accanto all’ascensore deve restare più stretta, perché la porta tagliafuoco si apre verso l’esterno e sfiora il muro.</p><p>Per il colore aspettiamo ancora la conferma dell’architetto.</p><p>Cordiali saluti<br>Ornella</p></div></div>
<div role="listitem" class="mail"><b>Tommaso Greco</b> <time>lun 15:40</time><div class="body"><p>Grazie Ornella, ricevuto. Le mando il prezzo entro mercoledì. Una domanda: le staffe le fornite voi?</p><blockquote><p>Quella accanto all’ascensore deve restare più stretta</p></blockquote></div></div>
<div role="listitem" class="mail"><b>Ornella Bassi</b> <time>mar 8:55</time><div class="body"><p>Le staffe le abbiamo in magazzino, otto pezzi in acciaio satinato. Se ne servono altre ci vogliono dieci giorni.</p></div></div></div>
<div id="compose" contenteditable="true" role="textbox" aria-multiline="true" aria-label="Corpo del messaggio" style="border:1px solid #999;min-height:6em"></div><button id="send">Invia</button>`;

const FORUM = `<nav><a href="#">Forum</a> › <a href="#">Bikes</a></nav><h1>Rear hub makes a clicking noise only uphill</h1>
<div class="topic"><div class="post" data-post="1"><span class="username">gravelgoat</span> <span class="badge">Member since 2016</span><div class="cooked markdown"><p>Only under load, only in the <strong>two largest</strong> sprockets. What I tried so far:</p><ul><li>cleaned and greased the freehub</li><li>new chain</li><li>swapped the skewer</li></ul><p>Any ideas before I take it to the shop?</p></div><button>Like 3</button> <button>Copy link</button> <button>Quote</button></div>
<div class="post" data-post="2"><span class="username">mme_velo</span><div class="cooked markdown"><p>Check the <code>pawl springs</code>. On mine one was broken clean through, and it clicked exactly like that. You need a pin spanner and about twenty minutes:</p><ol><li>Take the cassette off.</li><li>Pull the freehub body straight out, slowly.</li><li>Look for a spring that does not push back.</li></ol></div><button>Like 11</button> <button>Copy link</button> <button>Quote</button></div>
<div class="post" data-post="3"><span class="username">tin_ear</span><div class="cooked markdown"><p>Or it is the bottom bracket. Sounds travel strangely through a frame. Ride it standing, then seated, on the same hill.</p></div><button>Like 2</button> <button>Copy link</button> <button>Quote</button></div></div>
<div class="reply"><textarea id="reply" rows="4" cols="70" placeholder="Write your reply, Markdown works"></textarea><div id="preview" class="cooked markdown"></div><button id="send">Reply</button></div>`;

const ISSUE = `<h1>Export stops at 64 KB <span>#418</span></h1><p><span>Open</span> bea-n opened this issue on 3 May</p>
<div class="timeline"><div class="comment"><a class="author" href="#">bea-n</a><div class="comment-body markdown-body"><p>Exporting a long table writes exactly 65,536 bytes and reports success.</p><pre><code>$ wc -c out.csv
65536 out.csv</code></pre><p>Expected: the whole table, or an error.</p></div><button aria-label="Copy link">🔗</button><button aria-label="Add reaction">☺</button></div>
<div class="comment"><a class="author" href="#">build-robot</a> <span>bot</span><div class="comment-body markdown-body"><p>Build 2207 passed on three platforms. Coverage went from 81.2% to 81.4%.</p></div></div>
<div class="comment"><a class="author" href="#">kjell</a> <span>Maintainer</span><div class="comment-body markdown-body"><p>Thanks, I can reproduce it. The buffer is flushed only when it is <em>more</em> than full, so a file that ends on the border loses its tail. Fix is on its way, and a test that writes sizes around every power of two.</p></div><button aria-label="Copy link">🔗</button><button aria-label="Add reaction">👍 4</button></div></div>
<form><textarea id="comment" aria-label="Comment body" rows="4" cols="70"></textarea><button type="submit">Comment</button> <button type="button">Close issue</button></form>`;

const INBOX = `<div style="display:flex;gap:1rem"><aside><div>#3311 Reso scarpe</div><div>#3312 Fattura errata</div><div>#3315 Pacco in ritardo</div></aside>
<main><h2>#3312 Fattura errata</h2><p>Cliente: Nadia Corsi · Assegnato a: te · <button>Chiudi</button> <button>Inoltra</button></p>
<div id="thread" class="messages"></div><p id="typing" aria-live="polite"></p>
<div class="composer"><textarea id="box" rows="3" cols="60" placeholder="Rispondi al cliente"></textarea><button>Invia</button></div></main></div>`;

/** Types each line of the scene, sends it by Enter and waits for the other one. */
async function talkThrough(page: Page, lang: Lang, box: string): Promise<string[]> {
  const typed: string[] = [];
  for (const line of talk(lang).lines) {
    typed.push(await typeInto(page, box, line.typed));
    await page.keyboard.press('Enter');
    await played(page, typed.length);
  }
  return typed;
}

export const THREADS: readonly PlainPage[] = [
  {
    name: 'mail',
    langs: ['it'],
    split: 'train',
    live: true,
    html: () => ({ title: 'Posta in arrivo', body: MAIL }),
    async use(page) {
      const typed = await typeInto(
        page,
        '#compose',
        'Buongiorno Ornella, otto bastano. Le confermo il prezzo di 640 euro più IVA, posa compresa.',
      );
      await page.locator('#send').click();
      await played(page);
      return [typed];
    },
  },
  {
    name: 'forum',
    langs: ['en'],
    split: 'train',
    live: true,
    html: () => ({ title: 'Rear hub makes a clicking noise', body: FORUM }),
    async use(page) {
      const typed = await typeInto(
        page,
        '#reply',
        'It was the spring! Thank you **mme_velo**, twelve minutes and no more noise at all.',
      );
      await page.locator('#send').click();
      await played(page);
      return [typed];
    },
  },
  {
    name: 'issue-tracker',
    langs: ['en'],
    split: 'test',
    live: true,
    html: () => ({ title: 'Export stops at 64 KB · Issue 418', body: ISSUE }),
    async use(page) {
      const typed = await typeInto(
        page,
        '#comment',
        'Confirmed fixed on main for me, both with 65,536 and 65,537 bytes.',
      );
      await page.locator('[type=submit]').click();
      await played(page);
      return [typed];
    },
  },
  {
    name: 'support-inbox',
    langs: ['it'],
    split: 'test',
    human: true,
    live: true,
    html: () => ({ title: 'Assistenza clienti', body: INBOX }),
    use: (page, lang) => talkThrough(page, lang, '#box'),
  },
  {
    name: 'human-chat',
    langs: ['en', 'it'],
    split: 'train',
    human: true,
    live: true,
    html: () => ({
      title: 'Messages',
      body: '<ul id="thread" style="height:380px;overflow:auto;list-style:none"></ul><p id="typing"></p><input id="box" size="60" placeholder="Message">',
    }),
    use: (page, lang) => talkThrough(page, lang, '#box'),
  },
  {
    name: 'human-chat-log',
    langs: ['it'],
    split: 'test',
    human: true,
    live: true,
    html: () => ({
      title: 'Conversazione',
      body: `<div class="conversation"><div id="thread" role="log" aria-live="polite"></div><p id="typing" role="status"></p>
<div id="box" contenteditable="true" role="textbox" aria-label="Scrivi un messaggio" style="border:1px solid #999"></div></div>`,
    }),
    use: (page, lang) => talkThrough(page, lang, '#box'),
  },
];
