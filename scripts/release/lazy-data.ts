/** Large data of libraries, read when it is first asked for: a worker that wakes, or a page that opens, seldom needs it. */
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The numbering plans of all countries, of which a script made objects each time it started. */
const LAZY = /\/libphonenumber-js\/metadata\.max\.json\.js$/;

/**
 * A module that has the same default export as one of this JSON would have. It holds the text, which costs next to nothing to
 * load, and reads it when one of its members is first asked for.
 */
export function lazyModule(json: string): string {
  const members = Object.keys(JSON.parse(json) as object).map((key) => JSON.stringify(key));
  const getters = members.map((key) => `get ${key}() { return all()[${key}]; }`);
  return `let made;
const all = () => (made ??= JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(json)))}));
export default { ${getters.join(', ')} };
`;
}

/** A Vite plugin that builds such a module of data that a library has as a script beside its JSON. */
export const lazyData = (): Plugin => ({
  name: 'countersign:lazy-data',
  enforce: 'pre',
  load(id) {
    if (!LAZY.test(id)) return undefined;
    const json = id.replace(/\.js$/, '');
    if (!existsSync(json)) throw new Error(`${id} has no JSON beside it any more`);
    return lazyModule(readFileSync(json, 'utf8'));
  },
});
