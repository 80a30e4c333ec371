/** Desks that do something of their own while one writes or reads: clocks that run, columns, offers, forms, dictation. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

/** Seconds are counted in the head of an answer while it comes, and stay there with what it cost. */
const counting: Build = ({ log }) => {
  const add = (kind: string, ...head: Node[]) => {
    const text = make('div', { class: 'txt' });
    log.append(make('section', { class: `voce voce-${kind}` }, ...head, text));
    return text;
  };
  return {
    omit: '.tempo',
    user: (source) => add('mia').append(...render(source)),
    answer: () => {
      const time = make('div', { class: 'tempo' }, '0,0 s');
      const text = add('sua', time);
      const began = Date.now();
      const seconds = () => ((Date.now() - began) / 1_000).toFixed(1).replace('.', ',');
      const clock = setInterval(() => {
        time.textContent = `${seconds()} s`;
      }, 100);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (!ended) return;
          clearInterval(clock);
          time.textContent = `Risposta in ${seconds()} s · ${source.length} token · 0,2 cent`;
        },
        place: () => text,
      };
    },
  };
};

/** All questions stand in one column, and all answers in another one beside it. */
const columns: Build = ({ root, log, form }) => {
  const [left, right] = [make('div', { class: 'col col-4' }), make('div', { class: 'col col-8' })];
  root.replaceChildren(make('div', { class: 'row' }, left, right), form);
  log.remove();
  return {
    user: (source) => left.append(make('div', { class: 'chiesto' }, ...render(source))),
    answer: () => {
      const text = make('div', { class: 'detto' });
      right.append(text);
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** What one types turns up in offers below the field as one types it, and in the list of what was asked before. */
const ahead: Build = ({ root, log, form }) => {
  const offers = make('ul', { class: 'proposte' });
  const past = make('ul', { class: 'storico' });
  root.replaceChildren(make('aside', {}, make('h4', {}, 'Cronologia'), past), log, form, offers);
  form.querySelector('textarea')?.addEventListener('input', ({ currentTarget }) => {
    const typed = (currentTarget as HTMLTextAreaElement).value.trim().slice(0, 60);
    const ends = ['', ' in sede', ' per i clienti esteri'];
    offers.replaceChildren(...(typed ? ends.map((end) => make('li', {}, `${typed}${end}`)) : []));
  });
  const add = (kind: string) => {
    const text = make('div', { class: 'fumetto' });
    log.append(make('div', { class: `chi-${kind}` }, text));
    return text;
  };
  return {
    user: (source) => {
      offers.replaceChildren();
      past.prepend(make('li', {}, source.slice(0, 24)));
      add('scrive').append(...render(source));
    },
    answer: () => {
      const text = add('risponde');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const SOURCES = ['Regolamento interno 2025', 'Listino autunno', 'Verbale del 12 marzo'];

/** A form for one's remark stands below each answer, with a field of its own; its sources come a moment later. */
const remarked: Build = ({ log }) => {
  const add = (kind: string) => {
    const text = make('div', { class: 'testo' });
    const turn = make('article', { class: `scambio scambio--${kind}` }, text);
    log.append(turn);
    return { turn, text };
  };
  return {
    omit: '.fonti, .nota',
    user: (source) => add('utente').text.append(...render(source)),
    answer: () => {
      const { turn, text } = add('sistema');
      const remark = make(
        'form',
        { class: 'nota' },
        make('label', {}, 'Ti è stata utile?'),
        make('textarea', { rows: '1', placeholder: 'Scrivi un commento' }),
        make('button', { type: 'button' }, 'Invia il commento'),
      );
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (!ended) return;
          turn.append(remark);
          const sources = SOURCES.map((name, at) => make('li', {}, make('a', { href: `/doc/${at}` }, name)));
          setTimeout(() => remark.before(make('div', { class: 'fonti' }, 'Fonti', make('ol', {}, ...sources))), 700);
        },
        place: () => text,
      };
    },
  };
};

/** All of it is written down before the machine begins to answer. */
const WRITTEN_MS = 240;

/** What one says is written down word by word in one's own turn, and put right at the end. */
const dictated: Build = ({ log }) => {
  const add = (side: string) => {
    const text = make('div', { class: 'parole' });
    log.append(make('div', { class: `giro ${side}`, 'aria-live': 'polite' }, text));
    return text;
  };
  return {
    user: (source) => {
      const text = add('voce-sx');
      const words = source.split(/(?<=\s)/);
      let heard = '';
      for (const [at, word] of words.entries())
        setTimeout(
          () => {
            heard += word;
            text.textContent = at === words.length - 1 ? source : heard.toLowerCase().replace(/[,.?!]/g, '');
          },
          (WRITTEN_MS * at) / words.length,
        );
    },
    answer: () => {
      let text: HTMLElement | undefined;
      return {
        show: (source) => {
          text ??= add('voce-dx');
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

export const AT_WORK: Record<string, Build> = { counting, columns, ahead, remarked, dictated };
