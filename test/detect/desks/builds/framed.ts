/** Desks that say something around each turn: who speaks, when, what can be done with it. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { type Habits, render } from '../render.ts';

let minute = 0;
const clock = (): string => `10:${String(10 + (minute++ % 50))}`;

/** A heading for screen readers and a line of small print, both among the paragraphs of the text. */
const captions: Build = ({ log }) => {
  const turn = (who: string, kind: string) => {
    const head = make('h5', { class: 'vh' }, `${who} said:`);
    const foot = make('div', { class: 'small' }, `${who} · ${clock()} · Copy`);
    const section = make('section', { class: `post ${kind}` }, head, foot);
    log.append(section);
    const show = (source: string) => section.replaceChildren(head, ...render(source), foot);
    return { section, show };
  };
  return {
    omit: '.vh, .small',
    user: (source) => turn('You', 'own').show(source),
    answer: () => {
      const { section, show } = turn('Nova', 'theirs');
      return { show, place: () => section };
    },
  };
};

/** The same in spans and bare paragraphs, without a class that says what they are. */
const bareCaptions: Build = ({ log }) => {
  const turn = (who: string, mine: boolean) => {
    const body = make('div', { class: 'col' });
    log.append(
      make('div', { class: mine ? 'strip end' : 'strip start' }, make('p', {}, `${who}, Monday ${clock()}`), body),
    );
    return body;
  };
  return {
    user: (source) => turn('Me', true).replaceChildren(...render(source)),
    answer: () => {
      const body = turn('Help desk', false);
      return { show: (source) => body.replaceChildren(...render(source)), place: () => body };
    },
  };
};

const figures: Habits = {
  code: (language, code) =>
    make(
      'figure',
      { class: 'listing' },
      make(
        'figcaption',
        {},
        make('span', {}, language),
        make('span', {}, `${code.split('\n').length} lines`),
        make('a', { href: '#' }, 'Copy'),
      ),
      make('pre', {}, make('code', {}, code)),
    ),
};

/** Code with its language and number of lines above it, and who speaks on a line of its own. */
const listings: Build = ({ log }) => {
  const turn = (who: string, kind: string) => {
    const body = make('div', { class: 'matter' });
    log.append(make('article', { class: `msg ${kind}` }, make('strong', { class: 'name' }, who), body));
    return body;
  };
  return {
    omit: 'figcaption',
    user: (source) => turn('You', 'asker').replaceChildren(...render(source, figures)),
    answer: () => {
      const body = turn('Desk', 'replier');
      return { show: (source) => body.replaceChildren(...render(source, figures)), place: () => body };
    },
  };
};

const toolbars: Habits = {
  code: (language, code) =>
    make(
      'div',
      { class: 'snippet' },
      make(
        'div',
        { class: 'bar' },
        make('span', {}, language.toUpperCase()),
        make('span', { role: 'button' }, 'Wrap'),
        make('span', { role: 'button' }, 'Copy code'),
      ),
      make('div', { class: 'scroll' }, make('pre', {}, make('code', {}, code))),
    ),
};

/** Labels for screen readers by a class of their own, a badge with the model's name, marks to rate below. */
const labelled: Build = ({ log }) => {
  const add = (kind: string, label: string, ...more: Node[]) => {
    const body = make('div', { class: 'content' });
    log.append(
      make('div', { class: `entry entry-${kind}` }, make('span', { class: 'sr-label' }, label), ...more, body),
    );
    return body;
  };
  return {
    omit: '.bar, .done',
    user: (source) => add('person', 'Your message').replaceChildren(...render(source, toolbars)),
    answer: () => {
      const body = add('machine', 'Reply from the desk', make('span', { class: 'model' }, 'desk-2 large'));
      const show = (source: string, ended: boolean) =>
        body.replaceChildren(
          ...render(source, toolbars),
          ...(ended ? [make('div', { class: 'done' }, `Answered at ${clock()}`)] : []),
        );
      return { show, place: () => body };
    },
  };
};

export const FRAMED: Record<string, Build> = { captions, 'bare-captions': bareCaptions, listings, labelled };
