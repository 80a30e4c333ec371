/** What was read of a page: its text, with the way back from it to the page. */
import { tidyText } from '../../domain/output/text.ts';

/** What a part of the text comes from. */
export interface Piece {
  /** A text node, or what something else stands for in the text: an image for its alternative text, a formula for its source. */
  node: Text | Element;
  /** Where it begins in `raw`, and how long it is there: UTF-16 units. */
  start: number;
  length: number;
}

export interface TextReading {
  /** All characters as they stand, with line breaks between blocks: what anchors count in. */
  raw: string;
  pieces: Piece[];
  /** The same for people, which is the canonical text: white space folded as a browser folds it, but for code. */
  text: string;
  /** True where the page has only a part of it. */
  isPart: boolean;
}

/** What of white space stays as it stands. */
export type KeptReading = 'none' | 'lines' | 'all';

/** Writes a reading: words, lines, cells, and marks that stand before the words of their line. */
export class Writer {
  readonly #raw: string[] = [];
  readonly #shown: string[] = [];
  readonly #pieces: Piece[] = [];
  #length = 0;
  /** Last character of what is shown. */
  #last = '\n';
  /** What stands on this line: nothing, no more than a mark, or words. */
  #line: 'empty' | 'marked' | 'words' = 'empty';
  /** Whether words are written as struck out now. */
  #strikes = false;
  /** What stands last is words of a label. */
  #isLabelled = false;
  /** How many cells we are in: within one, lines are no lines. */
  cells = 0;

  done(isPart: boolean): TextReading {
    this.#strike(false);
    return { raw: this.#raw.join(''), pieces: this.#pieces, text: tidyText(this.#shown.join('')), isPart };
  }

  /** The words of a text node. */
  words(node: Text, kept: KeptReading, struck: boolean): void {
    const { data } = node;
    if (data === '') return;
    // What is struck out ends with its own last word: the blank behind it is not.
    if (!struck || /\S/.test(data)) this.#strike(struck);
    if (this.#isLabelled && /^[\p{L}\p{N}]/u.test(data)) this.space();
    this.#isLabelled = false;
    this.#piece(node, data);
    this.#show(kept === 'none' || this.cells > 0 ? fold(data) : kept === 'lines' ? foldLines(data) : data, kept);
  }

  /** Words that no text node holds, and what they stand for. */
  put(text: string, node?: Element): void {
    if (text === '') return;
    if (node) this.#piece(node, text);
    else this.#add(text);
    this.#show(this.cells > 0 ? fold(text) : text, 'all');
  }

  /** A label of something that is no text: words of it stand apart from the words around. */
  label(text: string, node: Element): void {
    const label = fold(text).trim();
    const isWords = /[\p{L}\p{N}]/u.test(label);
    if (isWords) this.space();
    this.put(label, node);
    this.#isLabelled = isWords;
  }

  /** A mark that belongs to the words after it: the number of an item, a box that is ticked or not. */
  mark(text: string, node?: Element): void {
    this.space();
    const before = this.#line;
    this.put(`${text} `, node);
    if (before !== 'words') this.#line = 'marked';
  }

  space(): void {
    if (this.#line === 'empty' || /\s/.test(this.#last)) return;
    this.#add(' ');
    this.#push(' ');
  }

  /** Ends a line, if anything but a mark stands on it. */
  line(): void {
    if (this.#line === 'words') this.break();
  }

  /** Ends a line that may hold a mark and no words. */
  endItem(): void {
    if (this.#line !== 'empty') this.break();
  }

  break(): void {
    if (this.cells > 0) return this.space();
    this.#edge('\n');
    this.#line = 'empty';
  }

  /** Sets what follows apart from the words before it on its line, if there are any. */
  apart(by: ' ' | '\t'): void {
    if (this.#line !== 'words') return;
    if (by === ' ') this.space();
    else this.tab();
  }

  /** Goes on to the next cell of a row; in a table within a cell they are words beside each other. */
  tab(): void {
    if (this.cells > 0) return this.space();
    this.#edge('\t');
    this.#line = 'words';
  }

  #strike(struck: boolean): void {
    if (struck === this.#strikes) return;
    this.#strikes = struck;
    this.put('~~');
  }

  #edge(edge: '\n' | '\t'): void {
    this.#strike(false);
    this.#add(edge);
    const last = this.#shown.at(-1);
    if (last?.endsWith(' ')) this.#shown[this.#shown.length - 1] = last.slice(0, -1);
    if (edge === '\t' || this.#last !== '\n') this.#push(edge);
  }

  #piece(node: Text | Element, text: string): void {
    this.#pieces.push({ node, start: this.#length, length: text.length });
    this.#add(text);
  }

  #add(raw: string): void {
    this.#raw.push(raw);
    this.#length += raw.length;
  }

  #show(words: string, kept: KeptReading): void {
    const shown = kept !== 'all' && words.startsWith(' ') && /\s/.test(this.#last) ? words.slice(1) : words;
    if (shown === '') return;
    this.#push(shown);
    if (/\S/.test(shown)) this.#line = 'words';
    if (this.#last === '\n') this.#line = 'empty';
  }

  #push(shown: string): void {
    this.#shown.push(shown);
    this.#last = shown.at(-1) as string;
  }
}

/** U+FEFF is no space, though JavaScript takes it for one: a mark that begins with it may stand within a word. */
const fold = (text: string): string => (/[^\S\uFEFF ]| {2}/.test(text) ? text.replace(/[^\S\uFEFF]+/g, ' ') : text);
const foldLines = (text: string): string => {
  const lines = text.split('\n').map(fold);
  return lines.map((line, at) => trimmed(line, at > 0, at < lines.length - 1)).join('\n');
};
const trimmed = (line: string, first: boolean, last: boolean): string => {
  const begun = first ? line.trimStart() : line;
  return last ? begun.trimEnd() : begun;
};
