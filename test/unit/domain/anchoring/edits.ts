/**
 * Texts with look-alike sentences, and edits of them that keep account of where each character came from: the only
 * way to know for sure whether an anchor stands on its own words.
 */
import { fc } from '../../property.ts';

/** A character and its place in the first text; -1 for what an edit put in. */
interface Character {
  unit: string;
  from: number;
  /** For a character that was copied: the place in the first text of what it is a copy of. */
  copyOf?: number;
}

export type Edited = Character[];

const SUBJECTS = ['The price', 'The fee', 'Delivery', 'The refund', 'La garanzia', 'Our offer 🎁', 'Der Vertrag'];
const VERBS = ['is', 'was', 'costs', 'takes', 'will be', 'covers'];
const OBJECTS = ['12 €', '13 €', 'two weeks', 'two years', 'free of charge', 'not refundable', '1,000 €'];
const ENDS = ['.', '.', '!', ', as agreed.', ' in the EU.', ' (see below).'];

const sentence = fc
  .tuple(fc.constantFrom(...SUBJECTS), fc.constantFrom(...VERBS), fc.constantFrom(...OBJECTS), fc.constantFrom(...ENDS))
  .map(([subject, verb, object, end]) => `${subject} ${verb} ${object}${end}`);

/** Sentences of which many are the same or nearly the same. */
export const text = fc.array(sentence, { minLength: 2, maxLength: 14 });

/** One edit, as numbers that are taken modulo what is there. */
const edit = fc.record({
  kind: fc.constantFrom(
    'insert' as const,
    'delete' as const,
    'deleteRange' as const,
    'duplicate' as const,
    'lookAlike' as const,
    'move' as const,
    'typo' as const,
    'punctuation' as const,
    'spaces' as const,
    'word' as const,
  ),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
  words: sentence,
});
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;
export const edits = fc.array(edit, { minLength: 1, maxLength: 6 });

export const fresh = (value: string): Edited => Array.from(value, (unit, from) => ({ unit, from }));
const copy = (part: Edited): Edited =>
  part.map(({ unit, from, copyOf }) => ({ unit, from: -1, copyOf: copyOf ?? from }));
const put = (value: string): Edited => Array.from(value, (unit) => ({ unit, from: -1 }));
export const wordsOf = (edited: Edited): string => edited.map(({ unit }) => unit).join('');

/** Sentences as stretches, each with the space after it. */
function sentencesOf(edited: Edited): Edited[] {
  const sentences: Edited[] = [[]];
  for (const [at, character] of edited.entries()) {
    sentences.at(-1)?.push(character);
    const ended = character.unit === ' ' && /[.!]/.test(edited[at - 1]?.unit ?? '');
    if (ended) sentences.push([]);
  }
  return sentences.filter((part) => part.length > 0);
}

/** Sentences one after the other, with a space between any two. */
function join(sentences: readonly Edited[]): Edited {
  const parts = sentences.map((part, at) =>
    at < sentences.length - 1 && part.at(-1)?.unit !== ' ' ? [...part, ...put(' ')] : part,
  );
  return parts.flat();
}

const other = (part: Edited, find: RegExp, by: string): Edited => {
  const value = wordsOf(part);
  const match = find.exec(value);
  if (!match) return part;
  const [start, end] = [Array.from(value.slice(0, match.index)).length, Array.from(match[0]).length];
  return [...part.slice(0, start), ...put(by), ...part.slice(start + end)];
};

/** The text after an edit. Never empty. */
export function apply(edited: Edited, { kind, a, b, words }: Edit): Edited {
  const sentences = sentencesOf(edited);
  const [at, to] = [a % sentences.length, b % (sentences.length + 1)];
  const one = sentences[at] ?? [];
  const rest = sentences.toSpliced(at, 1);
  if (kind === 'insert') return join(sentences.toSpliced(to, 0, put(words)));
  if (kind === 'delete') return rest.length > 0 ? join(rest) : edited;
  if (kind === 'deleteRange') {
    const left = sentences.toSpliced(at, 1 + (b % 4));
    return left.length > 0 ? join(left) : edited;
  }
  if (kind === 'duplicate') return join(sentences.toSpliced(to, 0, copy(one)));
  if (kind === 'lookAlike')
    return join(sentences.toSpliced(to, 0, other(copy(one), /\d+|two|free|not/, words.slice(0, 3))));
  if (kind === 'move') return join(rest.toSpliced(b % (rest.length + 1), 0, one));
  return join(sentences.toSpliced(at, 1, within(one, kind, b, words)));
}

function within(one: Edited, kind: Edit['kind'], b: number, words: string): Edited {
  const place = b % one.length;
  if (kind === 'typo') return one.toSpliced(place, b % 2, ...put(words.charAt(b % words.length)));
  if (kind === 'punctuation') return other(one, /[.!,]/, b % 2 ? ';' : ' –');
  if (kind === 'spaces') return other(one, / /, b % 2 ? '  ' : '\n\n');
  return other(one, /\p{L}{3,}/u, words.split(' ')[b % 3] ?? 'x');
}
