/** What `init` is told: by flags, and by questions where somebody is there to answer them. */
import { join } from 'node:path';
import { meSchema } from '../../../lib/domain/people/role.ts';
import { isReserved } from '../../people/names.ts';
import { numberOf, read, text, wrong } from '../parse.ts';

/** Asks a person; the answer is the preset where they only press Enter. */
export type Ask = (question: string, preset?: string) => Promise<string>;

export interface InitFlags {
  address?: string | undefined;
  data?: string | undefined;
  'database-url'?: string | undefined;
  'tls-cert'?: string | undefined;
  'tls-key'?: string | undefined;
  port?: string | undefined;
  team?: string | undefined;
  admin?: string | undefined;
  name?: string | undefined;
  settings?: string | undefined;
  keys?: string | undefined;
  unit?: string | undefined;
  user?: string | undefined;
}

export interface InitOptions {
  /** Where browsers reach it. */
  address: string;
  database: { kind: 'directory'; path: string } | { kind: 'postgres'; url: string };
  /** Folder of the keys, where there is no directory of records that they stand in. */
  keys: string;
  tls?: { cert: string; key: string };
  port: string;
  team: string;
  admin: string;
  name?: string;
  settings: string;
  /** Where the systemd unit goes; undefined where there is none. */
  unit?: string;
  user: string;
}

const FLAGS = {
  ...{ address: text, data: text, 'database-url': text, 'tls-cert': text, 'tls-key': text, port: text },
  ...{ team: text, admin: text, name: text, settings: text, keys: text, unit: text, user: text },
} as const;

export const initFlags = (args: readonly string[]): InitFlags => read(args, FLAGS).values;

/** Completes the flags. Refuses what cannot be, and what is missing where nobody can be asked. */
export async function initOptions(flags: InitFlags, ask: Ask | undefined, asRoot: boolean): Promise<InitOptions> {
  const answer = async (key: keyof InitFlags, question: string, preset?: string): Promise<string> => {
    const said = flags[key] ?? (ask ? await ask(question, preset) : preset);
    if (!said?.trim()) throw wrong(`--${key} is missing.`);
    return said.trim();
  };
  const home = asRoot
    ? { settings: '/etc/countersign', records: '/var/lib/countersign' }
    : { settings: '.', records: '.' };
  const address = checkedAddress(await answer('address', 'Address at which browsers will reach it (https://…)'));
  const where = flags['database-url'] ?? flags.data;
  const preset = join(home.records, 'records');
  const said =
    where ?? (await answer('data', 'Folder for the records, or the address of a PostgreSQL (postgres://…)', preset));
  const tls = await tlsOf(flags, ask, address);
  const team = await answer('team', 'Name of the team');
  const admin = await answer('admin', 'Its first administrator (a mail address, say)');
  if (!meSchema.safeParse({ team, subject: admin, role: 'admin' }).success || /\p{Cc}/u.test(team + admin))
    throw wrong('--team or --admin is too long, or holds control characters.');
  if (isReserved(admin)) throw wrong('--admin is a name that the collector keeps for itself.');
  return {
    address,
    database: /^postgres(?:ql)?:\/\//.test(said) ? { kind: 'postgres', url: said } : { kind: 'directory', path: said },
    ...(tls ? { tls } : {}),
    port: String(numberOf(flags.port ?? (tls ? '443' : '8787'), 'port', 1, 65_535)),
    team,
    admin,
    ...(flags.name?.trim() ? { name: flags.name.trim() } : {}),
    ...placesOf(flags, asRoot, home),
  };
}

function placesOf(flags: InitFlags, asRoot: boolean, home: { settings: string; records: string }) {
  const unit = flags.unit ?? (asRoot ? '/etc/systemd/system/countersign-collector.service' : 'none');
  return {
    keys: flags.keys ?? join(home.records, 'keys'),
    settings: flags.settings ?? join(home.settings, 'collector.conf'),
    ...(unit === 'none' ? {} : { unit }),
    user: flags.user ?? 'countersign',
  };
}

/** The extension refuses plain HTTP to any other computer. */
function checkedAddress(said: string): string {
  const url = URL.canParse(said) ? new URL(said) : undefined;
  const local = url && /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (
    !url ||
    !(url.protocol === 'https:' || (local && url.protocol === 'http:')) ||
    url.username ||
    url.search ||
    url.hash
  )
    throw wrong('--address must be like https://collector.example.com; http only on this computer.');
  return url.href.replace(/\/+$/, '');
}

async function tlsOf(flags: InitFlags, ask: Ask | undefined, address: string): Promise<InitOptions['tls']> {
  let [cert, key] = [flags['tls-cert'], flags['tls-key']];
  if (cert === undefined && key === undefined) {
    if (!ask || address.startsWith('http:')) return undefined;
    cert = await ask(
      'File of its certificate, where it speaks TLS itself; "proxy" where a proxy before it does',
      'proxy',
    );
    if (cert === 'proxy') return undefined;
    key = await ask('File of the key of that certificate');
  }
  if (!cert || !key) throw wrong('--tls-cert and --tls-key belong together.');
  return { cert, key };
}
