/** A new message to the background, and what handles it. */
import { constantOf, imported, type ReadFile, type Scaffold } from './plan.ts';

const FOLDER = 'lib/messages/to-background';
/** Where the registry, or the file of a noun, ends. */
const END = /(?=^\} as const;\n)/m;

/**
 * `name`: `report.print`. `handler`: the file of the background that handles it; where others of its noun are handled,
 * unless it is given.
 */
export function messageScaffold(name: string, paths: readonly string[], read: ReadFile, handler?: string): Scaffold {
  const noun = name.split('.')[0] ?? '';
  const file = noun.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const path = `${FOLDER}/${file}.ts`;
  const where = handler ?? paths.find((each) => /^lib\/background\//.test(each) && handlesNoun(read(each), noun));
  if (!where)
    throw new Error(`Nobody handles messages about “${noun}” yet: name the file of lib/background that will.`);
  const isNew = !paths.includes(path);
  const withIt = (text: string) => text.replace(END, declarationOf(name));
  return {
    files: isNew ? { [path]: withIt(emptyFile(noun, constantOf(file))) } : {},
    edits: {
      ...(isNew ? { [`${FOLDER}/index.ts`]: registered(file) } : { [path]: withIt }),
      [where]: handled(name),
    },
    next: 'say who may send it, what it is for, what it holds and what is answered, and carry it out',
    see: 'docs/architecture.md',
  };
}

const handlesNoun = (text: string, noun: string): boolean => text.includes(`handle('${noun}.`);

const emptyFile = (noun: string, constant: string): string => `/** Messages to the background about ${noun}. */
import * as z from 'zod';
import { declare } from '../declare.ts';

export const ${constant}Messages = {
} as const;
`;

const declarationOf = (name: string): string => `  '${name}': declare({
    from: ['panel'],
    does: 'Say in a sentence what it is for.',
    body: () => z.strictObject({}),
  }),
`;

const registered = (file: string) => (text: string) => {
  const constant = `${constantOf(file)}Messages`;
  return imported(text.replace(END, `  ...${constant},\n`), constant, file);
};

const handled = (name: string) => (text: string) => {
  if (!/^ {2}handle\(/m.test(text))
    throw new Error('That file handles no message: have what it registers call “handle”.');
  return text.replace(/(?=^ {2}handle\()/m, `  handle('${name}', () => null);\n`);
};
