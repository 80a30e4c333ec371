/** Desks that write a document beside the conversation. */
import { make } from '../../runtime/dom.ts';
import type { Build, Desk, Stage } from '../desk.ts';
import { render } from '../render.ts';

function conversation(log: HTMLElement): Pick<Desk, 'user' | 'answer'> {
  const add = (kind: string) => {
    const text = make('div', { class: 'p' });
    log.append(make('div', { class: `turn ${kind}` }, text));
    return text;
  };
  return {
    user: (source) => add('asked').append(...render(source)),
    answer: () => {
      const text = add('reply');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
}

const aside = ({ root, log, form }: Stage, panel: HTMLElement): void => {
  const left = make('div', { class: 'left', style: 'flex: 1' }, log, form);
  root.append(make('div', { style: 'display: flex' }, left, panel));
};

/** A panel with a bar, and the text in it. */
const panel: Build = (stage) => {
  const text = make('div', { class: 'doc-text' });
  const side = make(
    'aside',
    { class: 'doc', style: 'flex: 1' },
    make('header', {}, make('b', {}, 'Document'), make('button', {}, 'Export')),
    text,
  );
  aside(stage, side);
  return {
    ...conversation(stage.log),
    writes: (source) => text.replaceChildren(...render(source)),
    document: () => text,
  };
};

/** A panel in which the person may write too. */
const editor: Build = (stage) => {
  const text = make('div', { class: 'editor', contenteditable: 'true', role: 'textbox', 'aria-label': 'Document' });
  aside(stage, make('section', { class: 'sheet', style: 'flex: 1' }, text));
  return {
    ...conversation(stage.log),
    writes: (source) => text.replaceChildren(...render(source)),
    document: () => text,
  };
};

/** The panel opens with the first document, and before the conversation in the page. */
const opened: Build = (stage) => {
  const text = make('article', { class: 'report-body' });
  const side = make('div', { class: 'report', style: 'flex: 1' }, make('h4', {}, 'Report'), text);
  const left = make('div', { class: 'left', style: 'flex: 1' }, stage.log, stage.form);
  const row = make('div', { style: 'display: flex' }, left);
  stage.root.append(row);
  return {
    ...conversation(stage.log),
    writes: (source) => {
      if (!side.isConnected) row.prepend(side);
      text.replaceChildren(...render(source));
    },
    document: () => text,
  };
};

/** A canvas lies over the page at its very end; in the conversation stands a card that names it. */
const canvas: Build = (stage) => {
  const text = make('div', { class: 'canvas-page' });
  const bar = make('div', { class: 'canvas-bar' }, make('span', {}, 'Closing the shop'), make('button', {}, 'Close'));
  const over = make('div', { class: 'canvas', style: 'position: fixed; inset: 0 0 0 60%; overflow: auto' }, bar, text);
  const { user, answer } = conversation(stage.log);
  stage.root.append(stage.log, stage.form);
  return {
    user,
    answer,
    omit: '.card',
    writes: (source) => {
      if (!over.isConnected) {
        document.body.append(over);
        stage.log.lastElementChild?.append(make('div', { class: 'card', role: 'button' }, 'Closing the shop', ' Open'));
      }
      text.replaceChildren(...render(source));
    },
    document: () => text,
  };
};

export const BESIDE: Record<string, Build> = { panel, editor, opened, canvas };
