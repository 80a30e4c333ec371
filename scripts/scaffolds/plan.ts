/** What a scaffold writes and changes, and the changes that several of them make. */

/** Reads a file of the repository as it is. */
export type ReadFile = (path: string) => string;

export interface Scaffold {
  /** Files to write, by path. */
  files: Record<string, string>;
  /** Files to change, by path. */
  edits: Record<string, (text: string) => string>;
  /** What is left to do, in a sentence. */
  next: string;
  /** Where it is written how. */
  see: string;
}

/** All files as a scaffold leaves them. */
export function planned({ files, edits }: Scaffold, read: ReadFile): Map<string, string> {
  const changed = Object.entries(edits).map(([path, edit]) => [path, edit(read(path))] as const);
  return new Map([...Object.entries(files), ...changed]);
}

/** `my-chat` as people write it: “My Chat”. */
export const titleOf = (id: string): string =>
  id.replace(/(?:^|-)(.)/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim();

/** The constant of a file: `my-chat` is `myChat`. */
export const constantOf = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** A list with one more import and one more entry, at its end or sorted by the files. */
export function listed(list: string, constant: string, file: string, order: 'sorted' | 'last') {
  return (text: string): string => {
    const declaration = new RegExp(`(export const ${list}(?:: [^=]+)? = )\\[([^\\]]*)\\]`);
    const [whole, start, entries] = declaration.exec(text) ?? [];
    if (whole === undefined) throw new Error(`There is no list called ${list}`);
    const files = new Map(
      [...text.matchAll(/import \{ ([\w, ]+) \} from '\.\/([\w-]+)\.ts';/g)].flatMap((match) =>
        (match[1] ?? '').split(', ').map((name) => [name, match[2] ?? ''] as const),
      ),
    );
    files.set(constant, file);
    const names = [...(entries ?? '').split(',').map((entry) => entry.trim()), constant].filter(Boolean);
    const fileOf = (name: string) => files.get(name) ?? name;
    if (order === 'sorted') names.sort((a, b) => (fileOf(a) < fileOf(b) ? -1 : 1));
    return imported(text.replace(whole, `${start}[${names.join(', ')}]`), constant, file);
  };
}

/** One more import, after the last; Biome sorts them afterwards. */
export const imported = (text: string, name: string, file: string): string =>
  text.replace(/(^import .*\n)(?!import)/m, `$1import { ${name} } from './${file}.ts';\n`);

/** The table between two marks of a document with one more row, at its end or sorted by id. */
export function tabled(table: string, row: string, order: 'sorted' | 'last') {
  return (text: string): string => {
    const [before, rows, after] = text.split(new RegExp(`(?<=<!-- ${table} -->\\n)|(?=<!-- /${table} -->)`));
    if (rows === undefined || after === undefined) throw new Error(`There is no table <!-- ${table} -->`);
    const [heading, line, ...entries] = rows.trimEnd().split('\n');
    const idOf = (entry: string) => /`([^`]+)`/.exec(entry)?.[1] ?? '';
    const all = [...entries, row];
    if (order === 'sorted') all.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    return `${before}${[heading, line, ...all].join('\n')}\n${after}`;
  };
}
