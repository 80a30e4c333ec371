/** The first run, in one command: settings, service, first administrator, and what browsers have to be told. */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openDatabase } from '../../database/open.ts';
import { createToken } from '../../people/tokens.ts';
import { programName } from '../../version.ts';
import { CommandRefusal } from '../refusal.ts';
import type { InitOptions } from './init-options.ts';
import { giveTo, ownerOf } from './owner.ts';
import { type Settings, settingsText } from './settings.ts';
import { unitText } from './unit.ts';

/** Sets a collector up. What is there already is never written over. */
export async function init(options: InitOptions, out: (text: string) => void): Promise<void> {
  const { settings, unit, user, database } = options;
  refuseIfThere(settings);
  if (unit !== undefined) refuseIfThere(unit);
  const place = database.kind === 'directory' ? { ...database, path: resolve(database.path) } : database;
  const keys = place.kind === 'postgres' ? resolve(options.keys) : undefined;
  // A user that cannot be made, or a database that cannot be used, ends it before anything is written.
  const owner = unit === undefined ? undefined : ownerOf(user, out);
  if (place.kind === 'directory') makeFolder(dirname(place.path));
  if (keys !== undefined) makeFolder(dirname(keys));
  const token = await firstToken(place, options);
  writeNew(settings, settingsText(settingsOf(options, place, keys)), 0o600);
  out(`Wrote the settings to ${settings}.\n`);
  if (keys !== undefined) mkdirSync(keys, { recursive: true, mode: 0o700 });
  const folders = [place.kind === 'directory' ? place.path : keys].filter((path) => path !== undefined);
  if (owner && unit !== undefined) {
    for (const path of [...folders, settings]) giveTo(owner, path);
    const program = [process.execPath, ...process.execArgv, resolve(process.argv[1] ?? '')];
    const command = [...program, 'serve', '--settings', resolve(settings)];
    writeNew(unit, unitText({ command, user, folders, port: Number(options.port) }), 0o644);
    out(`Wrote the service to ${unit}.\n`);
  }
  out(nextSteps(options, token));
}

function refuseIfThere(path: string): void {
  if (existsSync(path))
    throw new CommandRefusal(`${path} is there already. Move it away to begin anew; change it to change a setting.`);
}

async function firstToken(place: InitOptions['database'], { team, admin, name }: InitOptions): Promise<string> {
  const database = await openDatabase(place);
  try {
    const me = { team, subject: admin, role: 'admin' as const, ...(name === undefined ? {} : { name }) };
    return (await createToken(database, me)).token;
  } finally {
    await database.close();
  }
}

function settingsOf(options: InitOptions, place: InitOptions['database'], keys: string | undefined): Settings {
  const { address, tls, port } = options;
  return {
    address,
    ...(place.kind === 'directory' ? { data: place.path } : { 'database-url': place.url }),
    ...(keys === undefined ? {} : { keys }),
    ...(tls ? { host: '0.0.0.0', 'tls-cert': resolve(tls.cert), 'tls-key': resolve(tls.key) } : {}),
    port,
  };
}

/** A folder that the service's user can go through, whatever the mask of this process. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
  chmodSync(path, 0o755);
}

function writeNew(path: string, text: string, mode: number): void {
  makeFolder(dirname(resolve(path)));
  writeFileSync(path, text, { flag: 'wx' });
  chmodSync(path, mode);
}

function nextSteps({ address, tls, port, unit, user, settings, team, admin }: InitOptions, token: string): string {
  const program = programName();
  const start =
    unit === undefined
      ? `${program} serve --settings ${settings}`
      : 'systemctl daemon-reload && systemctl enable --now countersign-collector';
  // What root would write in the records, the service could not read.
  const as = unit === undefined ? '' : `runuser -u ${user} -- `;
  const proxy = `2. Have a proxy with TLS hand ${address} on to it. For Caddy:\n\n     ${new URL(address).host} {\n       reverse_proxy 127.0.0.1:${port}\n     }\n\n`;
  const policy = { '3rdparty': { extensions: { 'EXTENSION-ID': { collector: { address } } } } };
  return `
1. Start it:

     ${start}

${tls || address.startsWith('http:') ? '2. It needs no proxy.\n\n' : proxy}3. See whether all is well, from this computer and as a browser sees it:

     ${as}${program} doctor --settings ${settings}

4. In the extension's options, ${admin} enters this address and this token, which is shown only now:

     ${address}
     ${token}

   That is the first administrator of ${team}, and gives the others a way in there, under "People".

5. For all browsers of a company, paste this into their policy (docs/admin.md says where, and what
   EXTENSION-ID is):

${JSON.stringify(policy, null, 2).replace(/^/gm, '     ')}
`;
}
