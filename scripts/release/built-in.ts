/** Notes which packages are built into the extension, and puts their licences into it. */
import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { licenceText, packagesOf } from './licences.ts';

/** Beside a build, not in it: what is built in, for the list of parts that goes with a release. */
export const partsPathOf = (outDir: string): string => join(dirname(outDir), `${basename(outDir)}.parts.json`);

/** A Vite plugin that goes into every part of the build, and what writes down at its end what they all saw. */
export function notePackages(): { plugin: Plugin; write(outDir: string): void } {
  const moduleIds = new Set<string>();
  return {
    plugin: {
      name: 'countersign:licences',
      generateBundle(_options, bundle) {
        for (const each of Object.values(bundle))
          if (each.type === 'chunk') for (const id of each.moduleIds) moduleIds.add(id);
      },
    },
    write(outDir) {
      const packages = packagesOf(moduleIds);
      writeFileSync(join(outDir, 'THIRD-PARTY.txt'), licenceText(packages));
      const parts = packages.map(({ name, version, license }) => ({ name, version, license }));
      writeFileSync(partsPathOf(outDir), `${JSON.stringify(parts, null, 2)}\n`);
    },
  };
}
