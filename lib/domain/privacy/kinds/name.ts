/**
 * Names of a list, in whatever form a text has them: capitals or not, accents apart from their letters, any apostrophe,
 * dash or blank, entities. A tree of the names is walked once from each place where a word can begin.
 */
import { HANGUL, KATAKANA, kindOf, MARK, NO_LETTER, SPACELESS } from '../reading/letters.ts';
import type { PlainStretch } from '../reading/plain.ts';
import { type Plain, readPlain } from '../reading/plain.ts';

/** One step deep for each unit of a name: at most a few hundred (names have 100 characters, see `redactionSchema`). */
interface NameTree {
  next: Map<number, NameTree>;
  isName: boolean;
}

/** A text in the form in which names are compared; for each unit the one of the plain text that it comes from. */
interface Folded {
  units: number[];
  at: number[];
}

/** The longest name at each place where a word begins. */
export function findNames(plain: Plain, names: readonly string[]): PlainStretch[] {
  const tree = treeOf(names);
  if (tree.next.size === 0) return [];
  const folded = fold(plain);
  const found: PlainStretch[] = [];
  for (let at = 0; at < folded.units.length; at++) {
    const last = begins(folded, at) ? lastOf(folded, at, tree) : undefined;
    if (last === undefined) continue;
    found.push({ start: folded.at[at] ?? 0, end: (folded.at[last] ?? 0) + 1 });
    at = last;
  }
  return found;
}

const trees = new WeakMap<readonly string[], NameTree>();

function treeOf(names: readonly string[]): NameTree {
  const known = trees.get(names);
  if (known) return known;
  const tree: NameTree = { next: new Map(), isName: false };
  for (const name of names) {
    let node = tree;
    const folded = fold(readPlain(name.trim()));
    for (const [at, unit] of folded.units.entries()) {
      if (isPadding(folded, at)) continue;
      const next = node.next.get(unit) ?? { next: new Map(), isName: false };
      node.next.set(unit, next);
      node = next;
    }
    if (node !== tree) node.isName = true;
  }
  trees.set(names, tree);
  return tree;
}

function lastOf(folded: Folded, start: number, tree: NameTree): number | undefined {
  let last: number | undefined;
  let node: NameTree | undefined = tree;
  for (let at = start; at < folded.units.length; at++) {
    const next: NameTree | undefined = follow(node, folded.units[at] ?? 0);
    if (!next && at > start && isPadding(folded, at)) continue;
    node = next;
    if (!node) return last;
    if (node.isName && ends(folded, at)) last = at;
  }
  return last;
}

/** Addresses and names of files have `+` or `_` where a name has a blank. */
const follow = ({ next }: NameTree, unit: number): NameTree | undefined =>
  next.get(unit) ?? (unit === 0x2b || unit === 0x5f ? next.get(0x20) : undefined);

/** Chinese names of two characters have a blank between them in forms. */
const isPadding = ({ units }: Folded, at: number): boolean =>
  units[at] === 0x20 && kindOf(units[at - 1] ?? 0x20) === SPACELESS && kindOf(units[at + 1] ?? 0x20) === SPACELESS;

function begins({ units, at }: Folded, place: number): boolean {
  const [before, first] = [kindOf(units[place - 1] ?? 0x20), kindOf(units[place] ?? 0x20)];
  return first !== MARK && (place === 0 || (at[place - 1] !== at[place] && !isOneWord(before, first)));
}

function ends({ units, at }: Folded, place: number): boolean {
  if (place + 1 === units.length) return true;
  const [last, after] = [kindOf(units[place] ?? 0x20), kindOf(units[place + 1] ?? 0x20)];
  if (after === MARK || at[place + 1] === at[place]) return false;
  return after === HANGUL || !isOneWord(last, after);
}

/** Whether a word goes on from one kind of character to the next. */
function isOneWord(before: number, after: number): boolean {
  if (before === NO_LETTER || after === NO_LETTER) return false;
  if (before === SPACELESS || after === SPACELESS) return false;
  if (before === KATAKANA || after === KATAKANA) return before === after;
  return true;
}

function fold({ units, length }: Plain): Folded {
  const folded: Folded = { units: [], at: [] };
  for (let place = 0; place < length; place++) {
    for (const unit of partsOf(units[place] ?? 0)) {
      // A run of blanks is one.
      if (unit === 0x20 && folded.units.at(-1) === 0x20) folded.at[folded.at.length - 1] = place;
      else put(folded, unit, place);
    }
  }
  return folded;
}

/** Two accents on one letter may stand in either order; how many are put in order is bounded. */
const MOST_ACCENTS = 4;

function put({ units, at }: Folded, unit: number, place: number): void {
  let to = units.length;
  if (kindOf(unit) === MARK)
    for (let steps = 0; steps < MOST_ACCENTS; steps++) {
      const before = units[to - 1] ?? 0;
      if (kindOf(before) !== MARK || before <= unit) break;
      units[to] = before;
      to--;
    }
  units[to] = unit;
  at.push(place);
}

const parts = new Map<number, readonly number[]>();

/** What a unit is compared by: small letters, accents apart; marks that may be left out are. */
function partsOf(unit: number): readonly number[] {
  const known = parts.get(unit);
  if (known) return known;
  const made = makeParts(unit);
  parts.set(unit, made);
  return made;
}

/** Short vowels of Arabic and the line that widens a word, vowels of Hebrew. */
const LEFT_OUT = /[\u0640\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/g;

function makeParts(unit: number): readonly number[] {
  if (unit === 0x0a || unit === 0x20) return [0x20];
  if (unit >= 0xd800 && unit <= 0xdfff) return [unit];
  const plain = String.fromCharCode(unit).normalize('NFKD').toLowerCase().normalize('NFKD');
  const same = plain.replace(LEFT_OUT, '').replaceAll('ß', 'ss').replaceAll('ς', 'σ');
  return Array.from(same, (character) => character.charCodeAt(0));
}
