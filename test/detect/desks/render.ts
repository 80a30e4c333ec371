/** A small Markdown renderer with its own habits, so that each desk can draw code and tables in its own way. */
import { make } from '../runtime/dom.ts';

/** How a desk draws what tools draw in many ways. */
export interface Habits {
  code?(language: string, code: string): HTMLElement;
  table?(rows: readonly (readonly string[])[]): HTMLElement;
  paragraph?(): HTMLElement;
}

/** The blocks of a text, also of one that is cut off anywhere. */
export function render(source: string, habits: Habits = {}): HTMLElement[] {
  return blocksOf(source).map((block) => drawn(block, habits));
}

function blocksOf(source: string): string[] {
  const blocks: string[] = [];
  let open = false;
  for (const line of source.split('\n')) {
    const last = blocks.length - 1;
    if (open) blocks[last] += `\n${line}`;
    else if (line.startsWith('```')) blocks.push(line);
    else if (line.trim() === '') blocks.push('');
    else if (blocks[last]) blocks[last] += `\n${line}`;
    else blocks[Math.max(0, last)] = line;
    if (line.startsWith('```')) open = !open;
  }
  return blocks.filter(Boolean);
}

function drawn(block: string, habits: Habits): HTMLElement {
  const lines = block.split('\n');
  if (block.startsWith('```')) {
    const code = lines.slice(1, lines.at(-1)?.startsWith('```') && lines.length > 1 ? -1 : undefined).join('\n');
    const language = block.slice(3).split('\n')[0] ?? '';
    return habits.code?.(language, code) ?? make('pre', {}, make('code', { class: `language-${language}` }, code));
  }
  const heading = /^#{1,4} (.*)$/.exec(block);
  if (heading) return inline(make('h3'), heading[1] ?? '');
  if (/^[-*] /.test(block)) return listOf('ul', lines, /^[-*] /);
  if (/^> /.test(block)) return make('blockquote', {}, inline(make('p'), lines.map((line) => line.slice(2)).join(' ')));
  if (block.startsWith('|') && lines.length > 2) return tableOf(lines, habits);
  return inline(habits.paragraph?.() ?? make('p'), lines.join(' '));
}

function listOf(tag: string, lines: readonly string[], mark: RegExp): HTMLElement {
  return make(tag, {}, ...lines.map((line) => inline(make('li'), line.replace(mark, ''))));
}

function tableOf(lines: readonly string[], habits: Habits): HTMLElement {
  const rows = lines
    .filter((line) => !/^\|[-| ]+\|?$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => cell.trim()),
    );
  if (habits.table) return habits.table(rows);
  const [head = [], ...body] = rows;
  const row = (cells: readonly string[], tag: string) => make('tr', {}, ...cells.map((cell) => make(tag, {}, cell)));
  return make(
    'table',
    {},
    make('thead', {}, row(head, 'th')),
    make('tbody', {}, ...body.map((cells) => row(cells, 'td'))),
  );
}

/** `**bold**`, `` `code` `` and links. */
function inline(into: HTMLElement, text: string): HTMLElement {
  for (const part of text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/)) {
    const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
    if (link) into.append(make('a', { href: link[2] ?? '' }, link[1] ?? ''));
    else if (/^\*\*.+\*\*$/.test(part)) into.append(make('strong', {}, part.slice(2, -2)));
    else if (/^`.+`$/.test(part)) into.append(make('code', {}, part.slice(1, -1)));
    else if (part) into.append(part);
  }
  return into;
}
