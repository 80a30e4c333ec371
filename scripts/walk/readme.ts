/** The commands that a document tells people to type: `npm run NAME`, each once. */
export const commandsIn = (document: string): string[] => [
  ...new Set(
    [...document.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g)]
      .map(([, name]) => name ?? '')
      .filter((name) => !OWN.has(name)),
  ),
];

/** npm's own. */
const OWN = new Set(['ci', 'install', 'may', 'on', 'pack', 'run', 'scripts', 'tests']);
