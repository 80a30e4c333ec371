/** Pages whose text grows or changes by itself, and none of it is AI. */
import type { PlainPage } from './page.ts';
import { played, typeInto } from './page.ts';

const SHARES =
  'ALBA BRIO CEDA DORO ELMO FARO GIRA HELM IRIS JUNO KITE LUMA MIRO NOVA ORSA PINE QUAY RIVA SOLE TARN'.split(' ');

export const STREAMS: readonly PlainPage[] = [
  {
    name: 'log-tail',
    langs: ['en'],
    split: 'train',
    live: true,
    html: () => ({
      title: 'gateway: live log',
      body: '<h1>gateway-3</h1><button>Pause</button> <button>Copy</button><div id="log" role="log" aria-live="off" style="height:420px;overflow:auto;font-family:monospace"></div>',
    }),
    async use(page) {
      await played(page);
      return [];
    },
  },
  {
    name: 'stock-dashboard',
    langs: ['en'],
    split: 'train',
    live: true,
    html: () => ({
      title: 'Prices',
      body: `<h1>Watchlist</h1><table>${SHARES.map((name) => `<tr><th>${name}</th><td class="price">10.00</td><td class="change">0.0%</td><td class="note"></td></tr>`).join('')}</table><p id="news" aria-live="polite"></p>`,
    }),
    async use(page) {
      await played(page);
      return [];
    },
  },
  {
    name: 'sports-commentary',
    langs: ['it'],
    split: 'test',
    live: true,
    html: () => ({
      title: 'Diretta',
      body: '<h1>Valmora – Sant’Elpidio <span id="score">0-0</span></h1><div id="feed" role="feed" aria-busy="false"></div>',
    }),
    async use(page) {
      await played(page);
      return [];
    },
  },
  {
    name: 'captions',
    langs: ['en', 'it'],
    split: 'test',
    live: true,
    html: () => ({
      title: 'Live transcript',
      body: '<video width="480" height="200"></video><section aria-label="Captions"><div id="captions" aria-live="polite" class="transcript"></div></section><button>Copy transcript</button>',
    }),
    async use(page) {
      await played(page);
      return [];
    },
  },
  {
    name: 'terminal',
    langs: ['en'],
    split: 'test',
    live: true,
    html: () => ({
      title: 'build@attic',
      body: `<div class="terminal" style="background:#111;color:#ddd;padding:1rem;font-family:monospace"><div id="screen" style="white-space:pre-wrap" aria-live="polite"></div>
<span>$ </span><textarea id="line" rows="1" cols="70" aria-label="Terminal input" spellcheck="false"></textarea></div>`,
    }),
    async use(page) {
      const typed: string[] = [];
      for (const command of ['make test', 'git log --stat -3']) {
        typed.push(await typeInto(page, '#line', command));
        await page.keyboard.press('Enter');
        await played(page, typed.length);
      }
      return typed;
    },
  },
];
