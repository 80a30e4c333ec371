/** The command line, read and checked. Whatever does not fit is said in a plain sentence. */
import * as z from 'zod';
import { ROLES, type Role } from '../../lib/domain/codes.ts';
import { hashSchema } from '../../lib/domain/output/ids.ts';
import { type Me, meSchema, roleSchema } from '../../lib/domain/people/role.ts';
import type { DatabasePlace } from '../database/open.ts';
import { isReserved } from '../people/names.ts';
import { readTextFile } from './files.ts';
import { databasePlaceOf, type Environment, flag, needed, numberOf, read, text, wrong } from './parse.ts';
import { POLICY_READERS, POLICY_USAGE, type PolicyCommand } from './policy/arguments.ts';
import type { VerifyReceipt } from './policy/receipt.ts';
import { type ServeOptions, serveOptions } from './serve-options.ts';
import { type DoctorOptions, doctorOptions } from './setup/doctor-options.ts';
import { type InitFlags, initFlags } from './setup/init-options.ts';
import { readSettings, serveArgs } from './setup/settings.ts';

export type Command =
  | { name: 'help' }
  | ({ name: 'serve' } & ServeOptions)
  | { name: 'init'; flags: InitFlags }
  | ({ name: 'doctor' } & DoctorOptions)
  | { name: 'token.create'; place: DatabasePlace; me: Me; expiresInDays?: number }
  | { name: 'token.list'; place: DatabasePlace }
  | { name: 'token.role'; place: DatabasePlace; tokenId: string; role: Role }
  | { name: 'token.revoke'; place: DatabasePlace; tokenId: string }
  | { name: 'key.create'; out: string }
  | { name: 'key.rotate'; place: DatabasePlace; keys?: string }
  | PolicyCommand
  | VerifyReceipt
  | { name: 'head'; place: DatabasePlace; team: string; signingKey?: string }
  | { name: 'export'; place: DatabasePlace; team: string; person?: string; signingKey?: string; out: string }
  | {
      name: 'verify';
      from: { place: DatabasePlace; team?: string } | { file: string };
      head?: string;
      publicKey?: string;
    }
  | {
      name: 'erase';
      place: DatabasePlace;
      team: string;
      what: { person: string; identity: boolean } | { output: string };
    }
  | { name: 'retention'; place: DatabasePlace; team: string; days?: number | null }
  | { name: 'backup'; place: DatabasePlace; out: string }
  | { name: 'restore'; place: DatabasePlace; from: string }
  | { name: 'seed'; place: DatabasePlace; team: string; outputs: number };

export const USAGE = `Countersign collector

To set it up, and be told what comes next:  init
To try it, without anything else:           token create --team TEAM --subject YOU --role admin --data ./records
                                            serve --data ./records

  serve          [--port N] [--host 127.0.0.1] [--data DIR] [--quiet] [--tls-cert FILE --tls-key FILE]
                 [--insecure-http] [--metrics-port N] [--signing-key FILE] [--keys DIR] [--rate N] [--watchdog SECONDS]
                 [--live notify|poll|nats://…|postgres://…]
                 [--oidc-issuer URL --oidc-audience A] [--oidc-roles Leads=reviewer,…]
                 [--oidc-team-claim C] [--oidc-role-claim C] [--oidc-subject-claim C] [--oidc-name-claim C]
                 [--oidc-group-claim C]
                 [--oidc-client-id ID] [--public-url URL] [--oidc-scope "openid …"] [--oidc-prompt P|none]
                 [--oidc-audience-parameter resource|audience|none]

  init           [--address URL] [--data DIR | --database-url URL] [--tls-cert FILE --tls-key FILE] [--team T --admin S]
                 [--name N] [--port N] [--keys DIR] [--settings FILE] [--unit FILE|none] [--user U]
                 asks for what is not said
  doctor         [--address URL] [--rehearse-restore [--from BACKUP]]    looks at all of it, and says what to do

  token create   --team T --subject S --role ${ROLES.join('|')} [--name N] [--expires DAYS]
  token list
  token role     ID --role R
  token revoke   ID

  verify         [--team T | --file LOG] [--head FILE] [--public-key FILE]
  head           --team T [--signing-key FILE]
  key create     --out FILE
  key rotate     [--keys DIR]                                a new key to sign policies and receipts with
  export         --team T --out FILE [--signing-key FILE]    the team's log, to be verified elsewhere
  export         --team T --person S --out FILE              all that the log holds of a person
  erase          --team T (--person S [--identity] | --output HASH)
  retention      --team T [--days N|never]
  backup         --out FILE
  restore        --from FILE
  seed           --team T [--outputs N]                      made-up records to try things with

${POLICY_USAGE}  receipt verify --file F --jwks F [--text F]                with nothing but files

Each takes --data DIR (embedded database); without it, PostgreSQL at DATABASE_URL. Both stand in the file that "init" wrote:
--settings FILE.
`;

type Reader = (args: readonly string[], env: Environment) => Command;

const READERS: Record<string, Reader> = {
  serve: (args, env) => ({ name: 'serve', ...serveOptions(args, env) }),
  init: (args, env) => ({ name: 'init', flags: { 'database-url': env.DATABASE_URL, ...initFlags(args) } }),
  doctor: (args, env) => ({ name: 'doctor', ...doctorOptions(args, env) }),
  'token create': createToken,
  'token list': (args, env) => ({
    name: 'token.list',
    place: databasePlaceOf(read(args, { data: text }).values.data, env),
  }),
  'token role': changeRole,
  'token revoke': revokeToken,
  'key create': (args) => ({ name: 'key.create', out: needed(read(args, { out: text }).values, 'out') }),
  'key rotate': (args, env) => {
    const { values } = read(args, { keys: text, data: text });
    const keys = values.keys === undefined ? {} : { keys: needed(values, 'keys') };
    return { name: 'key.rotate', ...keys, place: databasePlaceOf(values.data, env) };
  },
  ...POLICY_READERS,
  'receipt verify': receipt,
  head: (args, env) => {
    const { values } = read(args, { team: text, 'signing-key': text, data: text });
    return { name: 'head', team: needed(values, 'team'), ...keyOf(values), place: databasePlaceOf(values.data, env) };
  },
  export: exportLog,
  verify,
  erase,
  retention,
  backup: (args, env) => {
    const { values } = read(args, { out: text, data: text });
    return { name: 'backup', out: needed(values, 'out'), place: databasePlaceOf(values.data, env) };
  },
  restore: (args, env) => {
    const { values } = read(args, { from: text, data: text });
    return { name: 'restore', from: needed(values, 'from'), place: databasePlaceOf(values.data, env) };
  },
  seed: (args, env) => {
    const { values } = read(args, { team: text, outputs: text, data: text });
    const outputs = numberOf(values.outputs ?? '100', 'outputs', 1, 1_000_000);
    return { name: 'seed', team: teamOf(values), outputs, place: databasePlaceOf(values.data, env) };
  },
};

/** Reads `argv` (without node and script). Throws a `Refusal` with exit code 2. */
export function readCommand(given: readonly string[], environment: Environment): Command {
  const { argv, env } = withSettings(given, environment);
  const [first, second] = argv;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') return { name: 'help' };
  for (const [words, count] of [
    [first, 1],
    [`${first} ${second}`, 2],
  ] as const)
    if (Object.hasOwn(READERS, words)) return (READERS[words] as Reader)(argv.slice(count), env);
  if (first === 'token') throw wrong('"token" takes create, list, role or revoke.');
  if (first === 'key') throw wrong('"key" takes create or rotate.');
  if (first === 'receipt') throw wrong('"receipt" takes verify.');
  if (first === 'policy') throw wrong('"policy" takes show, history, check, diff or publish.');
  throw wrong(`There is no command "${first}".`);
}

/** What stands in the settings file is said where the command line does not say it: flags of `serve`, and where the records are. */
function withSettings(argv: readonly string[], env: Environment): { argv: readonly string[]; env: Environment } {
  const at = argv.indexOf('--settings');
  const [first, path] = [argv[0], argv[at + 1]];
  // To `init` it is where the file is to be written.
  if (at < 0 || first === undefined || first === 'init') return { argv, env };
  if (path === undefined) throw wrong('--settings is missing its file.');
  const settings = readSettings(path, readTextFile(path));
  const rest = argv.filter((_, index) => index > 0 && index !== at && index !== at + 1);
  return {
    argv: [first, ...(first === 'serve' ? serveArgs(path, settings) : []), ...rest],
    env: {
      ...env,
      ...(settings.data === undefined ? {} : { COUNTERSIGN_DATA: settings.data }),
      ...(settings['database-url'] === undefined ? {} : { DATABASE_URL: settings['database-url'] }),
      ...(settings.address === undefined ? {} : { COUNTERSIGN_ADDRESS: settings.address }),
      ...(settings['oidc-issuer'] === undefined ? {} : { COUNTERSIGN_ISSUER: settings['oidc-issuer'] }),
    },
  };
}

function createToken(args: readonly string[], env: Environment): Command {
  const { values } = read(args, { team: text, subject: text, role: text, name: text, expires: text, data: text });
  for (const key of ['team', 'subject', 'role'] as const) needed(values, key);
  const { data, expires, ...who } = values;
  const me = meSchema.safeParse(who);
  if (me.error?.issues[0]?.path[0] === 'role') throw wrong(`--role must be one of ${ROLES.join(', ')}.`);
  if (!me.success) throw wrong(`--${String(me.error.issues[0]?.path[0])} is too long.`);
  // They are shown on screens and in lists, one line each.
  if (/\p{Cc}/u.test(Object.values(who).join(''))) throw wrong('Names may not hold control characters.');
  if (isReserved(me.data.subject)) throw wrong('--subject is a name that the collector keeps for itself.');
  const place = databasePlaceOf(data, env);
  const expiry = expires === undefined ? {} : { expiresInDays: numberOf(expires, 'expires', 1, 3_650) };
  return { name: 'token.create', place, me: me.data, ...expiry };
}

function changeRole(args: readonly string[], env: Environment): Command {
  const { values, positionals } = read(args, { role: text, data: text }, true);
  const tokenId = oneId(positionals, 'role');
  const role = roleSchema.safeParse(needed(values, 'role'));
  if (!role.success) throw wrong(`--role must be one of ${ROLES.join(', ')}.`);
  return { name: 'token.role', place: databasePlaceOf(values.data, env), tokenId, role: role.data };
}

function revokeToken(args: readonly string[], env: Environment): Command {
  const { values, positionals } = read(args, { data: text }, true);
  return { name: 'token.revoke', place: databasePlaceOf(values.data, env), tokenId: oneId(positionals, 'revoke') };
}

function oneId([tokenId, ...more]: readonly string[], verb: string): string {
  if (!z.uuid().safeParse(tokenId).success || more.length > 0 || tokenId === undefined)
    throw wrong(`"token ${verb}" takes one ID, as "token list" shows it.`);
  return tokenId;
}

const keyOf = ({ 'signing-key': signingKey }: { 'signing-key'?: string | undefined }) =>
  signingKey === undefined ? {} : { signingKey };

function teamOf(values: { team?: string | undefined }): string {
  const team = needed(values, 'team');
  if (!meSchema.unwrap().shape.team.safeParse(team).success) throw wrong('--team is too long.');
  return team;
}

function exportLog(args: readonly string[], env: Environment): Command {
  const { values } = read(args, { team: text, person: text, 'signing-key': text, out: text, data: text });
  return {
    name: 'export',
    team: needed(values, 'team'),
    out: needed(values, 'out'),
    ...keyOf(values),
    ...(values.person === undefined ? {} : { person: needed(values, 'person') }),
    place: databasePlaceOf(values.data, env),
  };
}

function verify(args: readonly string[], env: Environment): Command {
  const { values } = read(args, { team: text, file: text, head: text, 'public-key': text, data: text });
  const { team, file, head, data, 'public-key': publicKey } = values;
  if (file !== undefined && (team !== undefined || data !== undefined))
    throw wrong('--file is checked by itself, without --team and --data.');
  if (head !== undefined && file === undefined && team === undefined) throw wrong('A --head is of one --team.');
  return {
    name: 'verify',
    from:
      file === undefined ? { place: databasePlaceOf(data, env), ...(team === undefined ? {} : { team }) } : { file },
    ...(head === undefined ? {} : { head }),
    ...(publicKey === undefined ? {} : { publicKey }),
  };
}

function receipt(args: readonly string[]): Command {
  const { values } = read(args, { file: text, jwks: text, text });
  const more = values.text === undefined ? {} : { text: needed(values, 'text') };
  return { name: 'receipt.verify', file: needed(values, 'file'), keys: needed(values, 'jwks'), ...more };
}

function erase(args: readonly string[], env: Environment): Command {
  const { values } = read(args, { team: text, person: text, identity: flag, output: text, data: text });
  const { person, output, identity = false } = values;
  if ((person === undefined) === (output === undefined)) throw wrong('"erase" takes either --person or --output.');
  if (output !== undefined && identity) throw wrong('--identity belongs to --person.');
  if (output !== undefined && !hashSchema.safeParse(output).success)
    throw wrong('--output must be a hash: sha256: and 64 hex digits.');
  const what = output === undefined ? { person: needed(values, 'person'), identity } : { output };
  return { name: 'erase', team: needed(values, 'team'), what, place: databasePlaceOf(values.data, env) };
}

function retention(args: readonly string[], env: Environment): Command {
  const { values } = read(args, { team: text, days: text, data: text });
  const place = databasePlaceOf(values.data, env);
  const team = teamOf(values);
  if (values.days === undefined) return { name: 'retention', team, place };
  return {
    name: 'retention',
    team,
    place,
    days: values.days === 'never' ? null : numberOf(values.days, 'days', 1, 36_500),
  };
}
