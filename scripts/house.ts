/**
 * The house as it stands: walls, circles, sizes, what nobody uses. Part of `npm run check`; ends with 1 where
 * something does not hold.
 *
 *   node scripts/house.ts
 */
import { breaches, isProduct } from './house/breaches.ts';
import { circles, crowdedFolders, filesByFolder, namesTwice, sizes, spread, unusedExports } from './house/figures.ts';
import { eventMakers } from './house/makers.ts';
import { readModules, sourcePaths } from './house/modules.ts';

const paths = sourcePaths();
const modules = readModules(paths);
const product = modules.filter(({ path }) => isProduct(path));
const { functions, bigClasses } = sizes(product);
const groups = circles(product);

/** Entry points and configuration are named by their place, not imported; metrics are scaffolded by `new:metric`. */
const isCalledByPlace = (path: string) =>
  /^entrypoints\/|^[\w.]+\.config\.ts$|\.d\.ts$|^lib\/metrics\/metric\.ts$/.test(path);

const faults: [what: string, found: string[]][] = [
  ['imports through a wall', breaches(modules)],
  ['circles (types counted)', groups.map((group) => group.join(' <-> '))],
  ['folders with too many files', crowdedFolders(paths)],
  ['classes with over 150 lines or 10 fields', bigClasses],
  ['exports that nobody imports', unusedExports(modules, isCalledByPlace)],
  ['names exported with two meanings', namesTwice(product)],
  ['places that make an event, beyond the one', eventMakers(product)],
];

const line = (what: string, { median, p90, max }: ReturnType<typeof spread>) =>
  console.log(`${what}: median ${median}, p90 ${p90}, max ${max}`);
line('files per folder', spread([...filesByFolder(paths).values()]));
line('lines per file', spread(product.map(({ text }) => text.trimEnd().split('\n').length)));
line('lines per function', spread(functions));
for (const [what, found] of faults) {
  console.log(`${what}: ${found.length}`);
  for (const fault of found) console.log(`  ${fault}`);
}
if (faults.some(([, found]) => found.length > 0)) process.exitCode = 1;
