/** Pages where people write for themselves or together. */
import type { PlainPage } from './page.ts';
import { played, typeInto } from './page.ts';

const CODE = `<div class="tabs"><button>prezzi.py</button> <button>Salva</button></div>
<div style="position:relative;font-family:monospace"><pre id="mirror" class="highlight" aria-hidden="true"></pre><textarea id="code" rows="10" cols="80" spellcheck="false" aria-label="Editor"></textarea></div>
<div id="problems" role="status"></div><div id="notes" contenteditable="true" style="border:1px solid #999;min-height:3em"></div>`;

const DOCUMENT = `<header><h1 contenteditable="true">Minutes, garden committee</h1><span>2 people here: You, Giulia</span> <button>Share</button></header>
<div id="page" class="document" contenteditable="true" role="textbox" aria-multiline="true"><p>Present: Giulia, Bram, Odette, Femi. The meeting began at seven and the kettle was on.</p>
<p id="mine"><br></p><p id="hers"><br></p></div><aside class="comments"><p><b>Bram</b> Could we move the compost to the north wall?</p><button>Resolve</button></aside>`;

const CRM = `<h1>Scheda cliente</h1><form><label>Ragione sociale <input id="firm"></label><label>Referente <input id="person"></label>
<label>Note <textarea id="note" rows="4" cols="60"></textarea></label></form>
<section><h2>Attività</h2><ul><li>12/04 Chiamata con Ruggero Manca: chiede lo sconto del 4% sul rinnovo, risposta entro fine mese.</li><li>28/03 Visita in sede. Hanno cambiato il responsabile acquisti e vogliono rivedere le condizioni di consegna.</li></ul></section><p id="summary" aria-live="polite"></p>`;

const SEGMENTS = [
  ['Close the valve before opening the lid.', 'Chiudere la valvola prima di aprire il coperchio.'],
  ['Do not run the pump without water.', ''],
  ['Close the valve before removing the filter.', ''],
  [
    'Have the seal replaced every two years by a trained person.',
    'Far sostituire la guarnizione ogni due anni da personale qualificato.',
  ],
];

export const EDITORS: readonly PlainPage[] = [
  {
    name: 'code-editor',
    langs: ['it'],
    split: 'train',
    live: true,
    html: () => ({ title: 'prezzi.py', body: CODE }),
    async use(page) {
      const code = await typeInto(
        page,
        '#code',
        'def sconto(prezzo, anni):\n    # dal terzo anno il quattro per cento\n    return prezzo * 0.96 if anni > 2 else prezzo\n',
      );
      const note = await typeInto(page, '#notes', 'Da provare con gli ordini di marzo, prima di parlarne con Ruggero.');
      await played(page);
      return [code, note];
    },
  },
  {
    name: 'shared-document',
    langs: ['en'],
    split: 'test',
    live: true,
    html: () => ({ title: 'Minutes', body: DOCUMENT }),
    async use(page) {
      const typed = await typeInto(
        page,
        '#mine',
        'Bram reported on the beans. Two rows were lost to the late frost, and he suggests sowing again in the last week of May, this time under the old windows.',
      );
      await played(page);
      return [typed];
    },
  },
  {
    name: 'crm-form',
    langs: ['it'],
    split: 'test',
    live: true,
    html: () => ({ title: 'Scheda cliente', body: CRM }),
    async use(page) {
      const typed = [
        await typeInto(page, '#firm', 'Cartiere del Lago srl'),
        await typeInto(page, '#person', 'Ruggero Manca'),
      ];
      typed.push(
        await typeInto(
          page,
          '#note',
          'Richiamare giovedì: vuole due offerte, una con la consegna settimanale e una senza.',
        ),
      );
      await played(page);
      return typed;
    },
  },
  {
    name: 'translation-memory',
    langs: ['it'],
    split: 'train',
    live: true,
    html: () => ({
      title: 'Manuale pompa, en-it',
      body: `<table id="segments">${SEGMENTS.map(([from, to], at) => `<tr><td>${at + 1}</td><td lang="en">${from}</td><td lang="it" contenteditable="true" class="target">${to}</td><td class="match"></td></tr>`).join('')}</table><aside id="memory"></aside>`,
    }),
    async use(page) {
      const typed = await typeInto(page, 'tr:nth-child(2) .target', 'Non far funzionare la pompa senza acqua.');
      await page.keyboard.press('Enter');
      await played(page);
      return [typed];
    },
  },
];
