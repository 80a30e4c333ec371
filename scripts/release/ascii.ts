/** Writes scripts in ASCII: Chromium keeps the source of one that holds any other character in twice its size, in every page. */
import { type Plugin, parseAst } from 'vite';

/** One beyond ASCII, and whether a backslash stands before it: that would take the escape's own. */
const BEYOND = /(?<=(\\?))[\u0080-\uffff]/g;

interface Span {
  start: number;
  end: number;
}

/**
 * The same script in ASCII: in strings, templates and expressions an escape stands for the same character. In a tagged
 * template it would not, so there a string with it is put in.
 */
export function escaped(code: string): string {
  const tagged = taggedIn(parseAst(code), []);
  return code.replace(BEYOND, (unit, backslash: string, at: number) => {
    if (backslash) throw new Error(`a backslash before a character beyond ASCII: ${code.slice(at - 20, at + 20)}`);
    const unicode = `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    return tagged.some(({ start, end }) => at >= start && at < end) ? `\${"${unicode}"}` : unicode;
  });
}

/** Where the words of tagged templates stand: `String.raw` alone, since another tag may ask for its parts. */
function taggedIn(node: unknown, found: Span[]): Span[] {
  if (typeof node !== 'object' || node === null) return found;
  const { type, tag, quasi } = node as { type?: string; tag?: TagNode; quasi?: { quasis: Span[] } };
  if (type === 'TaggedTemplateExpression') {
    if (tag?.property?.name !== 'raw') throw new Error('a template with another tag than String.raw');
    found.push(...(quasi?.quasis ?? []));
  }
  for (const part of Object.values(node)) taggedIn(part, found);
  return found;
}
interface TagNode {
  property?: { name?: string };
}

/** A Vite plugin that does so to all that it builds, after that was minified. */
export const inAscii = (): Plugin => ({
  name: 'countersign:ascii',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const each of Object.values(bundle)) if (each.type === 'chunk') each.code = escaped(each.code);
  },
});
