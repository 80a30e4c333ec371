/** Desks as makers of chat pages build them today: icons that are words, words that fade in, sources, versions. */
import { make } from '../../runtime/dom.ts';
import type { Build } from '../desk.ts';
import { render } from '../render.ts';

const icon = (name: string): HTMLElement => make('mat-icon', { class: 'mat-icon material-icons-outlined' }, name);

/** Elements of a framework, icons written as words of a font, all that can be done with an answer there from the start. */
const material: Build = ({ log }) => {
  const add = (tag: string, who: string, ...more: Node[]) => {
    const text = make('div', { class: 'mdc-text' });
    const card = make(
      tag,
      { class: 'mat-mdc-card' },
      make('div', { class: 'card-head' }, icon(who === 'You' ? 'person' : 'auto_awesome'), make('span', {}, who)),
      make('div', { class: 'mat-mdc-card-content' }, document.createComment(''), text, document.createComment('')),
      ...more,
    );
    log.append(make('div', { class: 'conversation-row' }, card));
    return text;
  };
  const acts = () =>
    make(
      'div',
      { class: 'acts-row' },
      make('span', { class: 'act', tabindex: '0', 'aria-label': 'Good' }, icon('thumb_up')),
      make('span', { class: 'act', tabindex: '0', 'aria-label': 'Copy' }, icon('content_copy')),
      make('span', { class: 'note' }, 'desk-3 may be wrong'),
    );
  return {
    user: (source) => add('asked-card', 'You').append(...render(source)),
    answer: () => {
      const text = add('given-card', 'Desk', acts());
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** Leaves what stands already, and puts the last block anew with each of its words in an element that fades in. */
function fadeIn(text: HTMLElement, source: string): void {
  const blocks = render(source);
  for (const [at, block] of blocks.entries()) {
    const before = text.children[at];
    if (before?.outerHTML === block.outerHTML) continue;
    if (at === blocks.length - 1 && block.matches('p') && block.childElementCount === 0)
      block.replaceChildren(
        ...(block.textContent ?? '').split(/(?<=\s)/).map((word) => make('span', { class: 'fade' }, word)),
      );
    if (before) before.replaceWith(block);
    else text.append(block);
  }
  while (text.children.length > blocks.length) text.lastElementChild?.remove();
}

/** Words that fade in one by one, a mark where the next one comes, and names that a build tool made. */
const fading: Build = ({ log }) => {
  const add = (name: string) => {
    const text = make('div', { class: `_${name}_x81k2_4` });
    log.append(make('div', { class: '_turn_x81k2_1' }, text));
    return text;
  };
  return {
    user: (source) => add('said').append(...render(source)),
    answer: () => {
      const text = add('told');
      const mark = make('span', { class: '_mark_x81k2_9' }, '▍');
      text.after(mark);
      return {
        show: (source, ended) => {
          fadeIn(text, source);
          if (ended) {
            text.replaceChildren(...render(source));
            mark.remove();
          }
        },
        place: () => text,
      };
    },
  };
};

/** Marks of sources in the text once it is complete; the sources, and what one could ask next, below it. */
const sourced: Build = ({ log }) => {
  const below = () => [
    make(
      'div',
      { class: 'refs' },
      make('div', { class: 'refs-title' }, 'Sources'),
      make('a', { href: 'https://wiki.example.org/halls' }, 'wiki.example.org', make('div', {}, 'Halls and gates')),
      make('a', { href: 'https://audit.example.org/may' }, 'audit.example.org', make('div', {}, 'Audit of May')),
    ),
    make(
      'div',
      { class: 'next' },
      make('div', { class: 'next-one', tabindex: '0' }, 'Which hall is the largest?'),
      make('div', { class: 'next-one', tabindex: '0' }, 'Who signs for it?'),
    ),
  ];
  return {
    omit: 'sup',
    user: (source) => log.append(make('div', { class: 'question' }, make('div', { class: 'q-text' }, source))),
    answer: () => {
      const text = make('div', { class: 'r-text' });
      const box = make('div', { class: 'result' }, text);
      log.querySelector('.next')?.remove();
      log.append(box);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (!ended) return;
          const last = [...text.querySelectorAll('p, li')].at(-1);
          last?.append(make('sup', { class: 'cite' }, make('a', { href: 'https://wiki.example.org/halls' }, '1')));
          setTimeout(() => box.append(...below()), 250);
        },
        place: () => text,
      };
    },
  };
};

/** A pager of versions and the time that it took, above the text; the answer is made once more when it is complete. */
const versions: Build = ({ log }) => {
  const add = (kind: string, ...more: Node[]) => {
    const text = make('div', { class: 'msg-body' });
    log.append(make('div', { class: 'msg', 'data-kind': kind }, ...more, text));
    return text;
  };
  return {
    omit: '.pager, .took',
    user: (source) => add('query').append(...render(source)),
    answer: () => {
      const count = make('span', {}, '1/1');
      const pager = make('div', { class: 'pager' }, make('button', {}, '‹'), count, make('button', {}, '›'));
      const text = add('reply', pager);
      return {
        show: (source, ended) => {
          text.replaceChildren(...render(source));
          if (!ended) return;
          count.textContent = '2/2';
          text.append(
            make('div', { class: 'took' }, `Made in ${(source.length / 37).toFixed(1)} s · ${source.length} tokens`),
          );
        },
        place: () => text,
      };
    },
  };
};

export const TODAY: Record<string, Build> = { material, fading, sourced, versions };
