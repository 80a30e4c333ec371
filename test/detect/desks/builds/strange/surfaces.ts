/** Desks on surfaces that are no list of bubbles: a terminal, a grid of loose cells, rows of a diff, a drawing, a painting. */
import { make } from '../../../runtime/dom.ts';
import type { Build } from '../../desk.ts';
import { render } from '../../render.ts';

const JOB_MS = 700;

/** A terminal: what one types stands behind the prompt, what comes back is lines of source; a job writes its own between. */
const shell: Build = ({ log }) => {
  log.setAttribute('style', 'font-family: monospace; white-space: pre-wrap; background: black; color: silver');
  let rows = 14;
  const lines = (source: string) => source.split('\n').map((line) => make('div', { class: 'ln' }, line || '\u00a0'));
  const block = (kind: string, ...parts: Node[]) => {
    const out = make('pre', { class: 'out', style: 'white-space: pre-wrap' });
    log.append(make('section', { class: `cmd ${kind}` }, ...parts, out));
    return out;
  };
  setInterval(() => {
    rows += 3;
    block('job').append(...lines(`[2] sync: ${rows} rows copied from hall ${rows % 7}, none refused`));
  }, JOB_MS);
  let typed = '';
  return {
    user: (source) => {
      typed = source;
    },
    answer: () => {
      const prompt = make('span', { class: 'ps1', style: 'color: green' }, 'ines@depot:~$ ');
      const out = block(
        'own',
        make('div', { class: 'ln' }, prompt, make('span', { class: 'typed' }, `ask "${typed}"`)),
      );
      return {
        show: (source) => out.replaceChildren(...lines(source)),
        place: () => out,
      };
    },
  };
};

/** Time, name and text of all turns are cells of one grid; what holds a turn, and what holds its text, has no box of its own. */
const loose: Build = ({ log }) => {
  log.setAttribute('style', 'display: grid; grid-template-columns: 4rem 6rem 1fr; gap: 8px');
  let minute = 10;
  const add = (name: string) => {
    const text = make('div', { style: 'display: contents' });
    const cell = make('div', {}, text);
    log.append(
      make('div', { style: 'display: contents' }, make('span', {}, `9:${minute++}`), make('span', {}, name), cell),
    );
    return text;
  };
  return {
    user: (source) => add('Ines').append(...render(source)),
    answer: () => {
      const text = add('Quill');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const REMARKS = [
  'Why not a set? The order does not matter here.',
  'Please rename this before we merge, hall is what the rest of the code says.',
  'I would leave the check out, the caller does it.',
  'Fine with me now.',
];

/** Lines of a program with remarks between them, in rows of the same table; a colleague's remarks come further down. */
const review: Build = ({ log }) => {
  const people: string[] = [];
  const code = ['def free_bays(halls):', '    bays = []', '    for hall in halls:', '        bays.extend(hall.bays)'];
  const row = (nth: number, line: string) =>
    make('tr', { class: 'line' }, make('td', { class: 'no' }, String(nth + 1)), make('td', {}, make('code', {}, line)));
  const thread = () => {
    const cell = make('td', { colspan: '2', class: 'thread-cell' });
    return { cell, row: make('tr', { class: 'remarks' }, cell) };
  };
  const [ours, theirs] = [thread(), thread()];
  const body = make('tbody', {}, ...code.map((line, nth) => row(nth, line)));
  body.children[1]?.after(ours.row);
  body.append(theirs.row);
  log.append(make('table', { class: 'diff' }, body));
  const remark = (cell: HTMLElement, name: string) => {
    const text = make('div', { class: 'remark-text' });
    cell.append(
      make('div', { class: 'remark' }, make('div', { class: 'remark-by' }, make('b', {}, name), ' now'), text),
    );
    return text;
  };
  return {
    people,
    user: (source) => {
      remark(ours.cell, 'ines').append(...render(source));
      const said = REMARKS[people.length % REMARKS.length] ?? '';
      people.push(said);
      setTimeout(() => remark(theirs.cell, 'joris').append(make('p', {}, said)), 200);
    },
    answer: () => {
      const text = remark(ours.cell, 'depot-bot');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

const SVG = 'http://www.w3.org/2000/svg';
const svg = (tag: string, attributes: Record<string, string>, ...children: Node[]): SVGElement => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const NODE = { width: '420', height: '170' };

/** A drawing whose nodes hold text, with a line from each one to the next, and which is moved as it grows. */
const drawn: Build = ({ log }) => {
  const all = svg('g', { transform: 'translate(0 0)' });
  log.append(svg('svg', { width: '900', height: '620' }, all));
  let nth = 0;
  const add = (kind: string) => {
    const text = make('div', { class: 'node-text', style: 'overflow: auto; max-height: 150px' });
    const [x, y] = [kind === 'ask' ? 0 : 440, Math.floor(nth / 2) * 190];
    all.append(
      svg('path', { d: `M${x} ${y + 60} h20`, stroke: 'gray' }),
      svg('foreignObject', { x: String(x), y: String(y), ...NODE }, make('div', { class: `node node-${kind}` }, text)),
    );
    nth++;
    if (y > 380) all.setAttribute('transform', `translate(0 ${380 - y})`);
    return text;
  };
  return {
    user: (source) => add('ask').append(...render(source)),
    answer: () => {
      const text = add('say');
      return { show: (source) => text.replaceChildren(...render(source)), place: () => text };
    },
  };
};

/** All of it is painted, the questions further to the right; over each painted text lies the same one, which cannot be seen but be chosen and heard. */
const painted: Build = ({ log }) => {
  const canvas = document.createElement('canvas');
  canvas.width = 860;
  const over = make('div', { style: 'position: absolute; inset: 0' });
  log.append(make('div', { style: 'position: relative' }, canvas, over));
  const nodes: HTMLElement[] = [];
  const plainly = (source: string) => source.replace(/[*`#]|^\|[-|]+\|$/gm, '');
  const paint = () => {
    canvas.height = nodes.length * 150;
    const brush = canvas.getContext('2d');
    for (const [at, node] of nodes.entries())
      for (const [line, words] of (node.textContent ?? '').split('\n').entries())
        brush?.fillText(words, Number.parseInt(node.style.left, 10), at * 150 + 20 + line * 14);
  };
  const add = (left: number) => {
    const top = nodes.length * 150;
    const node = make('span', {
      style: `position: absolute; top: ${top}px; left: ${left}px; width: 540px; white-space: pre-wrap; color: transparent`,
    });
    nodes.push(node);
    over.append(node);
    return node;
  };
  const fill = (node: HTMLElement, source: string) => {
    node.textContent = plainly(source);
    paint();
  };
  return {
    user: (source) => fill(add(320), source),
    answer: () => {
      const node = add(20);
      return { show: (source) => fill(node, source), place: () => node };
    },
  };
};

export const SURFACES: Record<string, Build> = { shell, loose, review, drawn, painted };
