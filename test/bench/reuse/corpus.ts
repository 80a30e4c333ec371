/**
 * Texts that are looked for, and texts that are none of them. Prose of the packages that are installed, parted by its
 * authors, so that what is looked up as ordinary was written by others than what is stored; and texts made of it or by a
 * grammar, English and Italian, to fill the index and to be asked about.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/machine.ts';
import { italianMail } from './italian.ts';
import { numbers } from './numbers.ts';

type Next = () => number;
const MODULES = join(ROOT, 'node_modules');
const LONGEST_FILE = 400_000;

function* filesBelow(folder: string, wanted: RegExp): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path, wanted);
    else if (wanted.test(entry.name) && statSync(path).size < LONGEST_FILE) yield path;
  }
}

/** Who wrote a file: the author of its package, else the owner of its repository. */
function authorOf(path: string): string {
  for (let folder = path; folder.length > MODULES.length; ) {
    folder = folder.slice(0, folder.lastIndexOf('/'));
    const read = manifestIn(folder);
    if (!read?.name) continue;
    const author = typeof read.author === 'string' ? read.author.replace(/[<(].*/, '') : read.author?.name;
    const address = typeof read.repository === 'string' ? read.repository : read.repository?.url;
    return (author || /([\w-]+)\/[\w.-]+$/.exec(address ?? '')?.[1] || read.name).trim().toLowerCase();
  }
  return path;
}

interface Manifest {
  name?: string;
  author?: string | { name?: string };
  repository?: string | { url?: string };
}

function manifestIn(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch (error) {
    if (error instanceof SyntaxError || (error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Lists of changes and licences are the same in many packages. */
const NO_PROSE = /change|history|licen|copying|notice|contribut|conduct|third/i;

/** Paragraphs of prose by author: sentences, no tables, links, code or lists of names. */
function proseByAuthor(): Map<string, string[]> {
  const byAuthor = new Map<string, string[]>();
  const seen = new Set<string>();
  for (const path of filesBelow(MODULES, /\.md$/i)) {
    if (NO_PROSE.test(path.slice(path.lastIndexOf('/')))) continue;
    const passages = passagesOf(readFileSync(path, 'utf8')).filter((passage) => !seen.has(passage.slice(0, 200)));
    for (const passage of passages) seen.add(passage.slice(0, 200));
    const author = authorOf(path);
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), ...passages]);
  }
  return byAuthor;
}

function passagesOf(markdown: string): string[] {
  const passages: string[] = [];
  let passage = '';
  for (const paragraph of markdown.replace(/```[\s\S]*?```/g, '\n\n').split(/\n\s*\n/)) {
    const plain = paragraph
      .replace(/[#>*`|]/g, ' ')
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\s+/g, ' ')
      .trim();
    if (!isProse(plain)) continue;
    passage += (passage ? '\n\n' : '') + plain;
    if (passage.length < 700) continue;
    passages.push(passage.slice(0, 3_000));
    passage = '';
  }
  return passages;
}

const isProse = (text: string): boolean =>
  text.length >= 80 &&
  /[.!?:)]$/.test(text) &&
  !/[<>{}\\=]|https?:|\]\[|---|\d\.\d\.\d/.test(text) &&
  (text.match(/[a-z ]/g)?.length ?? 0) >= 0.85 * text.length;

/** Texts made word by word, each as likely as it follows the one before it in what people wrote (a Markov chain). */
function chainOf(texts: readonly string[]): (next: Next) => string {
  const after = new Map<string, string[]>();
  for (const text of texts) {
    const words = text.split(/\s+/);
    for (const [at, word] of words.entries()) {
      const follower = words[at + 1];
      if (!follower) continue;
      const known = after.get(word);
      if (known) known.push(follower);
      else after.set(word, [follower]);
    }
  }
  const starts = [...after.keys()].filter((word) => /^[A-Z][a-z]/.test(word));
  return (next) => {
    const length = 60 + Math.floor(next() ** 2 * 500);
    const words: string[] = [];
    while (words.length < length) {
      const followers = after.get(words.at(-1) ?? '') ?? starts;
      words.push(followers[Math.floor(next() * followers.length)] ?? '');
    }
    return words.join(' ');
  };
}

export interface Corpus {
  /** Outputs, real texts first. */
  outputs(from: number, to: number): string[];
  /** How many of them were written by people. */
  real: number;
  /** Pastes of about 500 characters that come from no output. */
  ordinary: { kind: string; texts: string[] }[];
  /** Words to edit with. */
  vocabulary: string[];
}

/** `many`: ordinary pastes of each kind. */
export function makeCorpus(many: number): Corpus {
  const next = numbers(31);
  const byAuthor = [...proseByAuthor()].sort(([a], [b]) => (a < b ? -1 : 1));
  const [stored, others]: [string[], string[]] = [[], []];
  for (const [, passages] of byAuthor) (next() < 0.5 ? stored : others).push(...passages.slice(0, 150));
  const chain = chainOf(stored);
  const shares = sharesPassage(stored);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;
  const made = (count: number, make: () => string) => {
    const texts: string[] = [];
    while (texts.length < count) {
      const text = pasteOf(make(), 500, next);
      // What really stands in a stored text is no false alarm.
      if (text.length > 250 && !shares(text)) texts.push(text);
    }
    return texts;
  };
  const code = [...filesBelow(join(MODULES, 'hono'), /\.js$/), ...filesBelow(join(MODULES, 'diff'), /\.js$/)];
  const sources = code.map((path) => readFileSync(path, 'utf8'));
  const otherChain = chainOf(others);
  return {
    real: stored.length,
    outputs: (from, to) =>
      Array.from({ length: to - from }, (_, at) => {
        const real = stored[from + at];
        const own = numbers(1_000_003 + from + at);
        return real ?? ((from + at) % 3 === 0 ? italianMail(own) : chain(own));
      }),
    ordinary: [
      { kind: 'prose by other authors', texts: made(many, () => pick(others)) },
      { kind: 'English on the same subjects', texts: made(many, () => chain(next)) },
      { kind: 'English on other subjects', texts: made(many, () => otherChain(next)) },
      { kind: 'Italian mails on the same subjects', texts: made(many, () => italianMail(next)) },
      { kind: 'code', texts: made(many, () => pick(sources)) },
    ],
    vocabulary: [...new Set(others.flatMap((text) => text.split(/\s+/)))].filter((word) => /^[a-z]{2,}$/.test(word)),
  };
}

const RUN = 9;
const wordsIn = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether so many words in a row stand in one of some texts: by the words themselves, not by the product's own means. */
function sharesPassage(texts: readonly string[]): (text: string) => boolean {
  const runs = new Set(texts.flatMap(runsOf));
  return (text) => runsOf(text).some((run) => runs.has(run));
}

function runsOf(text: string): string[] {
  const words = wordsIn(text);
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(' '));
}

/** About so many characters of a text, from the beginning of a word to the end of one. */
export function pasteOf(text: string, characters: number, next: Next): string {
  const start = Math.floor(next() * Math.max(1, text.length - characters));
  const from = start === 0 ? 0 : text.indexOf(' ', start) + 1;
  const part = text.slice(from, from + characters);
  return from + characters >= text.length ? part : part.slice(0, Math.max(1, part.lastIndexOf(' ')));
}

/** A text with a share of its words edited: made another, taken out, or one put in after it. */
export function edited(text: string, share: number, vocabulary: readonly string[], next: Next): string {
  const other = () => vocabulary[Math.floor(next() * vocabulary.length)] ?? 'other';
  return text
    .split(/\s+/)
    .flatMap((word) => {
      if (next() >= share) return [word];
      const kind = next();
      return kind < 0.6 ? [other()] : kind < 0.8 ? [] : [word, other()];
    })
    .join(' ');
}
