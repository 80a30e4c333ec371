/** How in-house developers draw a conversation: each style is another habit, not another product. */
import { make } from '../runtime/dom.ts';

/** A conversation that is being drawn. */
interface Drawn {
  /** Shows what the person sent. */
  user(text: string): Element;
  /** Shows an answer so far, from its first piece to its last; gives the element that holds its text now. */
  answer(turn: number, text: string, ended: boolean): Element;
}

type Style = (log: HTMLElement) => Drawn;

/** A style that keeps one bubble an answer and sets its text. */
function bubbles(log: HTMLElement, draw: (mine: boolean) => { turn: HTMLElement; text: HTMLElement }): Drawn {
  const answers: HTMLElement[] = [];
  const add = (mine: boolean): HTMLElement => {
    const { turn, text } = draw(mine);
    log.append(turn);
    return text;
  };
  return {
    user: (text) => {
      const place = add(true);
      place.textContent = text;
      return place;
    },
    answer: (turn, text) => {
      answers[turn] ??= add(false);
      const place = answers[turn] as HTMLElement;
      place.textContent = text;
      return place;
    },
  };
}

const nested = (turn: HTMLElement, ...inner: HTMLElement[]): { turn: HTMLElement; text: HTMLElement } => {
  const text = inner.at(-1) ?? turn;
  if (inner.length > 0) turn.append(...inner);
  return { turn, text };
};

const bem: Style = (log) =>
  bubbles(log, (mine) =>
    nested(
      make('div', { class: `chat__row chat__row--${mine ? 'user' : 'reply'}` }),
      make('div', { class: 'chat__bubble' }),
    ),
  );

const utilities: Style = (log) =>
  bubbles(log, (mine) =>
    nested(
      make('div', { class: `flex mb-3 ${mine ? 'justify-end' : 'justify-start'}` }),
      make('div', { class: `rounded-lg px-4 py-2 ${mine ? 'bg-blue-600 text-white' : 'bg-gray-100'}` }),
    ),
  );

const inlineStyles: Style = (log) =>
  bubbles(log, (mine) =>
    nested(
      make('div', { style: `display: flex; justify-content: ${mine ? 'flex-end' : 'flex-start'}` }),
      make('span', { style: 'padding: 6px 10px; border-radius: 8px' }),
    ),
  );

const labels: Style = (log) =>
  bubbles(log, (mine) =>
    nested(
      make('div', { class: 'entry' }),
      make('b', { class: 'who' }, mine ? 'You' : 'Assistant'),
      make('div', { class: 'text' }),
    ),
  );

const terms: Style = (log) => {
  const list = make('dl');
  log.append(list);
  return bubbles(list, (mine) => nested(make(mine ? 'dt' : 'dd')));
};

const hashed: Style = (log) =>
  bubbles(log, (mine) =>
    nested(
      make('div', { class: `_msg_1x8f2_41 ${mine ? '_out_1x8f2_77' : '_in_1x8f2_63'}` }),
      make('p', { class: '_body_1x8f2_90' }),
    ),
  );

const pictures: Style = (log) =>
  bubbles(log, (mine) =>
    nested(
      make('div', { class: 'line' }),
      make('img', { src: mine ? '/me.png' : '/helper.png', alt: '', width: '24' }),
      make('p'),
    ),
  );

/** One wrapper holds question and answer. */
const grouped: Style = (log) => {
  let group = log;
  return bubbles({ append: (turn: HTMLElement) => group.append(turn) } as unknown as HTMLElement, (mine) => {
    if (mine) {
      group = make('section', { class: 'exchange' });
      log.append(group);
    }
    return nested(make(mine ? 'header' : 'article', { class: mine ? 'q' : 'a' }));
  });
};

/** The whole log is written anew at each piece. */
const rewritten: Style = (log) => {
  const turns: { mine: boolean; text: string }[] = [];
  const at: number[] = [];
  const write = () => {
    log.replaceChildren(
      ...turns.map(({ mine, text }) => make('div', { class: mine ? 'item me' : 'item it' }, make('p', {}, text))),
    );
  };
  const last = () => log.lastElementChild?.firstElementChild as Element;
  return {
    user: (text) => {
      turns.push({ mine: true, text });
      write();
      return last();
    },
    answer: (turn, text) => {
      at[turn] ??= turns.push({ mine: false, text }) - 1;
      turns[at[turn] as number] = { mine: false, text };
      write();
      return last();
    },
  };
};

/** Each word comes in an element of its own, to fade in. */
const words: Style = (log) => {
  const drawn = bubbles(log, (mine) =>
    nested(make('div', { class: mine ? 'bubble asked' : 'bubble told' }), make('p')),
  );
  return {
    ...drawn,
    answer: (turn, text, ended) => {
      const place = drawn.answer(turn, '', ended) as HTMLElement;
      place.replaceChildren(...text.split(/(?<= )/).map((word) => make('span', { class: 'fade' }, word)));
      return place;
    },
  };
};

const lines: Style = (log) =>
  bubbles(log, (mine) =>
    nested(make('div', { class: mine ? 'line from-me' : 'line', style: 'white-space: pre-wrap' })),
  );

/** Each piece of an answer is put below the last one, in an element of its own. */
const pieces =
  (container: string, part: string): Style =>
  (log) => {
    const drawn = bubbles(log, (mine) =>
      nested(make('div', { class: mine ? 'turn by-me' : 'turn by-desk' }), make(container, { class: 'said' })),
    );
    const shown: string[] = [];
    const places: Element[] = [];
    return {
      ...drawn,
      answer: (turn, text, ended) => {
        const place = places[turn] ?? drawn.answer(turn, '', ended);
        places[turn] = place;
        place.append(make(part, {}, text.slice(shown[turn]?.length ?? 0).trim()));
        shown[turn] = text;
        return place;
      },
    };
  };

export const STYLES: Record<string, Style> = {
  bem,
  utilities,
  'inline-styles': inlineStyles,
  labels,
  terms,
  hashed,
  pictures,
  grouped,
  rewritten,
  words,
  lines,
  pieces: pieces('div', 'p'),
  items: pieces('ul', 'li'),
};
