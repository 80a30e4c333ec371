/** Desks of small firms: markup added up as one string, a plugin of a blog, answers fetched in lumps, one answer at a time. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const asLines = (source: string): string => escaped(source).replaceAll('\n', '<br>');

/** All rows are one string, to which the next one is added; who speaks stands in bold in the same paragraph as the words. */
const addedUp: Build = ({ log }) => {
  const add = (who: string, words: string) => {
    log.innerHTML += `<p class="riga"><strong>${who}:</strong> <span>${words}</span></p>`;
    return log.children.length - 1;
  };
  return {
    omit: 'strong',
    user: (source) => void add('Tu', asLines(source)),
    answer: () => {
      log.innerHTML += '<p class="riga attesa"><i>Il bot sta scrivendo…</i></p>';
      let at: number | undefined;
      return {
        show: (source) => {
          log.querySelector('.attesa')?.remove();
          at ??= add('Bot', '');
          const row = log.children[at];
          if (row) row.innerHTML = `<strong>Bot:</strong> ${asLines(source)}`;
        },
        place: () => (at === undefined ? undefined : log.children[at]),
      };
    },
  };
};

/** As a plugin of a blog draws them: a key in each turn's name, a picture for the name, a button that copies, a notice. */
const plugin: Build = ({ log, form }) => {
  let nth = 0;
  form.append(
    make('p', { class: 'blx-legal' }, 'Chat con intelligenza artificiale. Le risposte possono contenere errori.'),
  );
  const add = (kind: string) => {
    const text = make('div', { class: 'blx-text' });
    const key = (0x3fa2c1 + 977 * nth++).toString(16);
    const picture = make('img', { src: `/${kind}.svg`, alt: kind === 'ai' ? 'Sara' : 'Avatar', width: '32' });
    const turn = make('div', { class: `blx-reply blx-${kind} blx-${key}`, id: `blx-${key}` });
    turn.append(make('div', { class: 'blx-name' }, make('div', { class: 'blx-avatar' }, picture)), text);
    log.append(turn);
    return { turn, text };
  };
  return {
    user: (source) => add('user').text.append(make('span', {}, ...render(source))),
    answer: () => {
      const { turn, text } = add('ai');
      text.append(make('div', { class: 'blx-timer' }, '0s'));
      return {
        show: (source, ended) => {
          text.replaceChildren(make('span', {}, ...render(source)));
          if (ended) turn.append(make('div', { class: 'blx-copy', role: 'button', tabindex: '0' }));
        },
        place: () => text,
      };
    },
  };
};

/** How often the page asks its server for what there is by now. */
const ASK_EVERY_MS = 1_200;

/** The page asks again and again what there is by now: an answer comes in a few lumps, with a line that says it is a draft. */
const lumps: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'corpo' });
    const box = make('div', { class: `box box-${kind}` }, text);
    log.append(box);
    return { box, text };
  };
  return {
    omit: '.bozza',
    user: (source) => add('cliente').text.append(...render(source)),
    answer: () => {
      const { box, text } = add('ufficio');
      const draft = make('div', { class: 'bozza' }, 'Bozza, in aggiornamento');
      let drawnMs = Date.now();
      return {
        show: (source, ended) => {
          if (!ended && Date.now() - drawnMs < ASK_EVERY_MS) return;
          drawnMs = Date.now();
          text.replaceChildren(...render(source));
          if (ended) draft.remove();
          else box.append(draft);
        },
        place: () => text,
      };
    },
  };
};

/** One question and one answer: the next ones take their place. */
const single: Build = ({ root, log, form }) => {
  const asked = make('p', { class: 'domanda' });
  const said = make('output', { class: 'risposta', 'aria-live': 'polite', style: 'display: block' });
  log.append(make('h3', {}, 'La tua domanda'), asked, make('h3', {}, 'La risposta'), said);
  root.replaceChildren(form, log);
  let newest = 0;
  return {
    user: (source) => {
      asked.textContent = source;
      said.textContent = 'Un attimo…';
    },
    answer: () => {
      const nth = ++newest;
      return {
        show: (source) => said.replaceChildren(...render(source)),
        place: () => (nth === newest ? said : undefined),
      };
    },
  };
};

/** Letters as somebody types them, with the mark of a cursor among them until the last one. */
const typewriter: Build = ({ log }) => {
  const add = (mine: boolean) => {
    const text = make('span', { class: 'tw', style: 'white-space: pre-wrap' });
    log.append(make('div', { class: mine ? 'tw-row tw-right' : 'tw-row' }, text));
    return text;
  };
  return {
    user: (source) => {
      add(true).textContent = source;
    },
    answer: () => {
      const text = add(false);
      text.textContent = '█';
      return {
        show: (source, ended) => {
          text.textContent = ended ? source : `${source}█`;
        },
        place: () => text,
      };
    },
  };
};

export const SMALL_FIRM: Record<string, Build> = { 'added-up': addedUp, plugin, lumps, single, typewriter };
