/** The labelled texts of `labelled/`: what stands between ⟦ and ⟧ is personal data of the file's kind, all else is not. */
import { readdirSync, readFileSync } from 'node:fs';
import type { PersonalKind } from '../../../../lib/domain/privacy/masks.ts';
import { type Personal, placesOf, type Sought } from '../../../../lib/domain/privacy/places.ts';

const FOLDER = new URL('./labelled/', import.meta.url);

interface Labelled {
  file: string;
  text: string;
  sought: Sought;
  places: Personal[];
}

/** Every labelled text. Lines that begin with `#` are remarks; `@ region=IT kind=phone names=A|B` holds for those below. */
export function labelledTexts(kinds: readonly PersonalKind[]): Labelled[] {
  return readdirSync(FOLDER).flatMap((file) => {
    let sought: Sought = { kinds, names: [] };
    let kind = 'phone' as PersonalKind;
    return readFileSync(new URL(file, FOLDER), 'utf8')
      .split('\n')
      .flatMap((line): Labelled[] => {
        if (line.startsWith('@ ')) {
          const told = Object.fromEntries(
            ['region', 'kind', 'names'].map((key) => [key, new RegExp(`${key}=([^=]*?)(?: \\w+=|$)`).exec(line)?.[1]]),
          );
          kind = told.kind as PersonalKind;
          sought = {
            kinds,
            names: unescaped(told.names ?? '')
              .split('|')
              .filter(Boolean),
            ...(told.region ? { region: told.region } : {}),
          };
          return [];
        }
        return line === '' || /^# /.test(line) ? [] : [{ file, sought, ...readLine(line, kind) }];
      });
  });
}

function readLine(line: string, kind: PersonalKind): Pick<Labelled, 'text' | 'places'> {
  const places: Personal[] = [];
  let text = '';
  for (const part of unescaped(line).split(/(?=[⟦⟧])/)) {
    if (part.startsWith('⟦')) places.push({ kind, start: text.length, end: text.length + part.length - 1 });
    text += part.replace(/^[⟦⟧]/, '');
  }
  return { text, places };
}

const unescaped = (line: string): string =>
  line.replace(/\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|([nt\\]))/g, (_, long?: string, short?: string, sign?: string) =>
    sign
      ? ({ n: '\n', t: '\t', '\\': '\\' }[sign] ?? '')
      : String.fromCodePoint(Number.parseInt(long ?? short ?? '', 16)),
  );

/** What was found, and what was not, of one kind in all texts. */
interface Score {
  texts: number;
  found: number;
  wrong: string[];
  missed: string[];
}

/** Finds in every text and compares, place by place: a place with another beginning or end is wrong, and its right one missed. */
export function scored(kinds: readonly PersonalKind[]): Map<PersonalKind, Score> {
  const scores = new Map(kinds.map((kind) => [kind, { texts: 0, found: 0, wrong: [], missed: [] } as Score]));
  for (const { file, text, sought, places } of labelledTexts(kinds)) {
    const found = placesOf(text, sought);
    const isSame = (a: Personal) => (b: Personal) => a.kind === b.kind && a.start === b.start && a.end === b.end;
    const words = ({ kind, start, end }: Personal) => `${file}: ${kind} “${text.slice(start, end)}” in “${text}”`;
    for (const place of found) {
      const score = scores.get(place.kind);
      if (places.some(isSame(place))) score && score.found++;
      else score?.wrong.push(words(place));
    }
    for (const place of places) if (!found.some(isSame(place))) scores.get(place.kind)?.missed.push(words(place));
  }
  return scores;
}
