/**
 * A Firefox with a `policies.json`, as an administrator writes it. Firefox reads it beside its own program, so this is a copy
 * of the program among links to the rest: no other Firefox on the machine sees any of it.
 */
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathOf } from '../../../../scripts/machine.ts';
import { type ExtensionFirefox, type FirefoxOptions, launchFirefox } from './firefox.ts';

const ADDON_ID = 'countersign@countersign.invalid';
/** Firefox finds its folder by where these are. */
const PROGRAMS = /^(firefox(-esr)?|firefox-bin|application\.ini)$/;
const HOMES = ['/usr/lib/firefox-esr', '/usr/lib/firefox', '/opt/firefox'];

/** A browser for whose extension `values` are managed. */
export async function launchManagedFirefox(values: object, options: FirefoxOptions = {}): Promise<ExtensionFirefox> {
  const home = homeOf(pathOf('firefox'));
  const copy = mkdtempSync(join(tmpdir(), 'countersign-firefox-'));
  let program = '';
  for (const name of readdirSync(home)) {
    if (name === 'distribution') continue;
    if (PROGRAMS.test(name)) copyFileSync(join(home, name), join(copy, name));
    else symlinkSync(join(home, name), join(copy, name));
    if (/^firefox(-esr)?$/.test(name)) program = join(copy, name);
  }
  mkdirSync(join(copy, 'distribution'));
  const policies = { '3rdparty': { Extensions: { [ADDON_ID]: values } } };
  writeFileSync(join(copy, 'distribution', 'policies.json'), JSON.stringify({ policies }));
  const firefox = await launchFirefox({ ...options, executablePath: program });
  return {
    ...firefox,
    async close() {
      await firefox.close();
      rmSync(copy, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The folder of a Firefox; the program in the path is a script on some systems. */
function homeOf(program: string): string {
  const near = dirname(realpathSync(program));
  const home = [near, ...HOMES].find((folder) => {
    try {
      return readdirSync(folder).includes('omni.ja');
    } catch (error) {
      console.debug('no Firefox in', folder, error instanceof Error ? error.message : error);
      return false;
    }
  });
  if (!home) throw new Error(`There is no Firefox beside ${program} or in ${HOMES.join(', ')}.`);
  return home;
}
