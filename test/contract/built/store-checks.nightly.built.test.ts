/** The Firefox package as Mozilla's own checker sees it: no errors. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { buildDir, ROOT } from '../../../scripts/machine.ts';
import { built } from '../tree.ts';

interface Finding {
  code: string;
  message: string;
  file?: string;
}

it('web-ext lint finds no error in the Firefox build', () => {
  built('firefox-mv3', 'manifest.json');
  const args = ['lint', '--source-dir', buildDir('firefox-mv3'), '--output', 'json', '--no-config-discovery'];
  expect(findings(args).map(({ code, file, message }) => `${code} ${file ?? ''}: ${message}`)).toEqual([]);
});

/** Exits with an error code when it finds one, so what it prints is read either way. */
function findings(args: string[]): Finding[] {
  try {
    return errorsIn(
      execFileSync(
        process.execPath,
        [join(ROOT, 'scripts/stores/node_modules/web-ext/bin/web-ext.js'), ...args],
        options,
      ),
    );
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    if (!stdout) throw error;
    return errorsIn(stdout);
  }
}

const options = { encoding: 'utf8', stdio: 'pipe' } as const;
const errorsIn = (said: string): Finding[] =>
  (JSON.parse(said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1)) as { errors: Finding[] }).errors;
