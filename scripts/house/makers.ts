/** Who makes events. */
import type { Module } from './modules.ts';

/** The one file of the extension that makes events and stores them. */
const SPINE = 'lib/background/spine/act.ts';

/** Other files of the extension that take what makes an event, or what stores one. */
export function eventMakers(of: readonly Module[]): string[] {
  return of
    .filter(({ path }) => path !== SPINE && /^(?:lib|components|entrypoints)\//.test(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ names, typeOnly }) => !typeOnly && (names.includes('makeEvent') || names.includes('append')))
        .map(({ line, specifier }) => `${path}:${line}: '${specifier}'`),
    );
}
