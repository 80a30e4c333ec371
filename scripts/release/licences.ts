/** The licences of what is built into a file: whoever hands the file on hands them on too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package as it lies on the disk. */
export interface Package {
  name: string;
  version: string;
  license: string;
  folder: string;
}

/** The innermost package that a module of a build came from. */
const FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The packages that modules of a build came from, by name. Modules that the build itself made up come from none. */
export function packagesOf(moduleIds: Iterable<string>): Package[] {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const folder = FOLDER.exec(id.replaceAll('\\', '/').replace(/^\0/, ''))?.[0];
    if (folder !== undefined) folders.add(folder);
  }
  const found = [...folders].map(packageIn);
  return found.sort((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`, 'en'));
}

/** A package by its folder. Throws where it does not say under which licence it may be handed on. */
function packageIn(folder: string): Package {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<Package>;
  if (!name || !version || typeof license !== 'string') throw new Error(`${folder} does not name its licence`);
  return { name, version, license, folder };
}

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** All of their licences as one text. */
export function licenceText(packages: readonly Package[]): string {
  const parts = packages.map(({ name, version, license, folder }) => {
    const files = readdirSync(folder).filter((file) => LICENCE.test(file));
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return [`${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** The folder of a package that is a direct dependency. */
export function folderOf(root: string, name: string): string {
  const folder = join(root, 'node_modules', name);
  if (!existsSync(folder)) throw new Error(`${name} is not installed`);
  return folder;
}
