/** Desks where not everything that answers is a machine, or where it answers in something that is no chat. */
import { make } from '../../../runtime/dom.ts';
import type { Answer, Build } from '../../desk.ts';
import { render } from '../../render.ts';

const COLLEAGUE = [
  'I think Piet knows that, he was there in May.',
  'We had the same question last week, see above.',
  'Good to know, thanks for asking it here.',
  'I have to go, please sum it up for me later.',
];

/** A channel in which a colleague writes too: between the question and the answer, in a row like all others. */
const team: Build = ({ log }) => {
  const people: string[] = [];
  let nth = 0;
  const add = (name: string, badge?: string) => {
    const text = make('div', { class: 'tm-body' });
    const head = make('div', { class: 'tm-head' }, make('span', { class: 'tm-name' }, name));
    if (badge) head.append(make('span', { class: 'tm-badge' }, badge));
    head.append(make('span', { class: 'tm-time' }, `14:${10 + nth}`));
    log.append(
      make(
        'div',
        { class: 'tm-row' },
        make('div', { class: 'tm-face' }, name.slice(0, 1)),
        make('div', {}, head, text),
      ),
    );
    return text;
  };
  return {
    people,
    user: (source) => {
      add('Wanda Prins').append(...render(source));
      const said = COLLEAGUE[nth++ % COLLEAGUE.length] ?? '';
      people.push(said);
      setTimeout(() => add('Joris Maat').append(make('p', {}, said)), 220);
    },
    answer: () => {
      let text: HTMLElement | undefined;
      return {
        show: (source) => {
          text ??= add('Depot', 'Bot');
          text.replaceChildren(...render(source));
        },
        place: () => text,
      };
    },
  };
};

const OPERATOR = [
  'Hello, this is Marta. I have read what you wrote, one moment please.',
  'I have put it into the list, and somebody calls you tomorrow.',
];

/** A widget with a greeting and quick replies; after two answers a person takes over, in the same kind of bubble. */
const handover: Build = ({ root, log, form }) => {
  const greeting = 'Hi! I am the assistant of the depot. What can I do for you?';
  const box = make('aside', { class: 'wg' }, make('div', { class: 'wg-top' }, 'Depot help'), log, form);
  root.replaceChildren(make('main', {}, make('h1', {}, 'Boxes'), make('p', {}, 'All sizes, in stock.')), box);
  const people: string[] = [];
  let nth = 0;
  const bubble = (side: string, name?: string) => {
    const text = make('div', { class: 'wg-text' });
    const row = make('div', { class: `wg-msg wg-${side}` });
    if (name) row.append(make('div', { class: 'wg-name' }, name));
    row.append(text);
    log.append(row);
    return text;
  };
  bubble('left', 'Depot AI').append(greeting);
  log.append(
    make('div', { class: 'wg-quick' }, make('button', {}, 'Opening hours'), make('button', {}, 'Where is my order?')),
  );
  const machine = (): Answer => {
    const text = bubble('left', 'Depot AI');
    return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
  };
  const person = (): Answer => {
    const said = OPERATOR[nth - 3] ?? '';
    people.push(said);
    if (nth === 3) log.append(make('div', { class: 'wg-line' }, 'You are now talking to Marta'));
    const wait = make('div', { class: 'wg-typing' }, 'Marta is typing…');
    log.append(wait);
    return {
      show: (_, ended) => {
        if (!ended) return;
        wait.remove();
        bubble('left', 'Marta').append(said);
      },
      place: () => undefined,
    };
  };
  return {
    elsewhere: [greeting],
    people,
    user: (source) => bubble('right').append(...render(source)),
    answer: () => (nth++ < 2 ? machine() : person()),
  };
};

/** In a document: what one asks for is put in below the paragraph that one is at, with buttons to take it or not. */
const inline: Build = ({ root, log, form }) => {
  const paragraphs = [
    'The yard opens at six.',
    'Drivers report at the gate.',
    'Pallets go to hall two.',
    'The gate closes at four.',
  ];
  const page = make(
    'article',
    { class: 'doc' },
    make('h1', {}, 'Rules of the yard'),
    ...paragraphs.map((text) => make('p', {}, text)),
  );
  log.remove();
  root.replaceChildren(page, form);
  let nth = 0;
  let pill = make('div');
  return {
    user: (source) => {
      pill = make('div', { class: 'doc-ask' }, source.split('\n')[0] ?? '');
      page.querySelectorAll(':scope > p')[nth++]?.after(pill);
    },
    answer: () => {
      const text = make('div', { class: 'doc-ins' });
      const block = make('div', { class: 'doc-block' }, text);
      pill.after(block);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (ended)
            block.append(
              make('div', { class: 'doc-acts' }, make('button', {}, 'Accept'), make('button', {}, 'Discard')),
            );
        },
        place: () => text,
      };
    },
  };
};

const RESULTS = [
  'Halls and gates of the port',
  'How to store batteries',
  'A guide for carriers',
  'Forum: which hall is it?',
];

/** A page of results, made anew for each question, with an answer above them. */
const overview: Build = ({ root, log, form }) => {
  const page = make('div', { class: 'serp' });
  log.remove();
  root.replaceChildren(form, page);
  let newest = 0;
  return {
    user: (source) => {
      const list = RESULTS.map((title) =>
        make(
          'div',
          { class: 'hit' },
          make('a', { href: '#' }, make('h3', {}, title)),
          make('p', {}, `${title}: what carriers and firms should know before they send anything there.`),
        ),
      );
      const asked = make('div', { class: 'serp-q' }, source);
      page.replaceChildren(
        asked,
        make('div', { class: 'ov', 'aria-busy': 'true' }, make('h2', {}, 'AI overview')),
        ...list,
      );
    },
    answer: () => {
      const nth = ++newest;
      const text = make('div', { class: 'ov-text' });
      page.querySelector('.ov')?.append(text);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (!ended) return;
          text.closest('.ov')?.removeAttribute('aria-busy');
          text.after(
            make('div', { class: 'ov-more' }, 'Show more'),
            make('div', { class: 'ov-note' }, 'AI answers may contain mistakes'),
          );
        },
        place: () => (nth === newest ? text : undefined),
      };
    },
  };
};

export const ELSEWHERE: Record<string, Build> = { team, handover, inline, overview };
