/** Imports that no wall allows. */
import type { Import, Module } from './modules.ts';
import { PRODUCT, WALLS, type Wall } from './walls.ts';

/** Whether a path is one of these files or stands in one of these folders; a star stands for part of a name. */
const isOf = (path: string, places: readonly string[] = []): boolean =>
  places.some((place) =>
    place.includes('*')
      ? new RegExp(`^${place.replace(/[.]/g, '\\.').replace('*', '[^/]*')}`).test(path)
      : place.endsWith('/')
        ? path.startsWith(place)
        : path === place,
  );

export const wallOf = (path: string): Wall | undefined => WALLS.find(({ zone }) => isOf(path, zone));

export const isProduct = (path: string): boolean => isOf(path, PRODUCT);

/** `file:line: …` for each import that goes through a wall. */
export function breaches(modules: readonly Module[]): string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  return modules
    .filter(({ path }) => isProduct(path))
    .flatMap((module) => {
      const wall = wallOf(module.path);
      if (!wall) return [`${module.path}: stands behind no wall; name its zone in scripts/house/walls.ts`];
      return module.imports.flatMap((taken) => {
        const wrong = isAllowed(wall, taken) ? carried(wall, taken, byPath) : 'is not allowed';
        return wrong
          ? [`${module.path}:${taken.line}: '${taken.specifier}' ${wrong} (it may import: ${wall.says})`]
          : [];
      });
    });
}

function isAllowed(wall: Wall, taken: Import): boolean {
  if (taken.path === undefined) return taken.typeOnly || isPackage(taken.specifier, wall.packages);
  if (isOf(taken.path, wall.not)) return false;
  if (taken.path.endsWith('.css') && isOf(taken.path, ['components/', 'entrypoints/'])) return true;
  return isOf(taken.path, wall.may) || (taken.typeOnly && isOf(taken.path, wall.types));
}

const isPackage = (specifier: string, packages: readonly string[]): boolean =>
  packages.some((name) =>
    name.endsWith('*')
      ? specifier.startsWith(name.slice(0, -1))
      : specifier === name || specifier.startsWith(`${name}/`),
  );

/** What comes along with an import although it must not, by following values from file to file. */
function carried({ carries }: Wall, taken: Import, byPath: ReadonlyMap<string, Module>): string | undefined {
  if (!carries || taken.typeOnly || !taken.path) return undefined;
  const seen = new Set<string>();
  const waiting = [taken.path];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const next of byPath.get(path)?.imports.filter(({ typeOnly }) => !typeOnly) ?? []) {
      if (next.path) waiting.push(next.path);
      else if (isPackage(next.specifier, carries)) return `carries ${next.specifier} (by ${path})`;
    }
  }
  return undefined;
}
