/** The command line, read and checked. Whatever does not fit is said in a plain sentence. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import * as z from 'zod';
import { type Me, meSchema, ROLES } from '../lib/domain/role.ts';
import type { Place } from './open.ts';
import { Refusal } from './refusal.ts';

export type Command =
  | { name: 'help' }
  | { name: 'serve'; place: Place; host: string; port: number; quiet: boolean }
  | { name: 'token.create'; place: Place; me: Me }
  | { name: 'token.list'; place: Place }
  | { name: 'token.revoke'; place: Place; tokenId: string };

export const USAGE = `Countersign collector

  serve          [--port N] [--host 127.0.0.1] [--data DIR] [--quiet] [--insecure-http]
  token create   --team T --subject S --role ${ROLES.join('|')} [--name N] [--data DIR]
  token list     [--data DIR]
  token revoke   ID [--data DIR]

Records are kept in DIR (embedded database), or in PostgreSQL when DATABASE_URL is set and --data is not.
`;

const DEFAULT_PORT = '8787';
const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

/** Reads `argv` (without node and script). Throws a `Refusal` with exit code 2. */
export function readCommand(argv: readonly string[], env: Record<string, string | undefined>): Command {
  const [first, second, ...rest] = argv;
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') return { name: 'help' };
  if (first === 'serve') return serve(argv.slice(1), env);
  if (first !== 'token') throw wrong(`There is no command "${first}".`);
  if (second === 'create') return create(rest, env);
  if (second === 'list') return { name: 'token.list', place: placeOf(read(rest, { data: text }).values.data, env) };
  if (second === 'revoke') return revoke(rest, env);
  throw wrong('"token" takes create, list or revoke.');
}

function serve(args: string[], env: Record<string, string | undefined>): Command {
  const options = { port: text, host: text, data: text, quiet: flag, 'insecure-http': flag };
  const { values } = read(args, options);
  const { port = DEFAULT_PORT, host = '127.0.0.1', quiet = false } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw wrong('--port must be a number from 0 to 65535.');
  if (!isLoopback(host) && !values['insecure-http'])
    throw wrong(
      `The collector speaks plain HTTP, so it listens on this computer only, not on "${host}". Put a proxy with TLS ` +
        'before it, or add --insecure-http if the network between is trusted.',
    );
  return { name: 'serve', place: placeOf(values.data, env), host, port: Number(port), quiet };
}

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

function create(args: string[], env: Record<string, string | undefined>): Command {
  const { values } = read(args, { team: text, subject: text, role: text, name: text, data: text });
  for (const key of ['team', 'subject', 'role'] as const) if (!values[key]?.trim()) throw wrong(`--${key} is missing.`);
  const { data, ...who } = values;
  const me = meSchema.safeParse(who);
  if (me.error?.issues[0]?.path[0] === 'role') throw wrong(`--role must be one of ${ROLES.join(', ')}.`);
  if (!me.success) throw wrong(`--${String(me.error.issues[0]?.path[0])} is too long.`);
  // They are shown on screens and in lists, one line each.
  if (/\p{Cc}/u.test(Object.values(who).join(''))) throw wrong('Names may not hold control characters.');
  return { name: 'token.create', place: placeOf(data, env), me: me.data };
}

function revoke(args: string[], env: Record<string, string | undefined>): Command {
  const { values, positionals } = read(args, { data: text }, true);
  const [tokenId, ...more] = positionals;
  if (!z.uuid().safeParse(tokenId).success || more.length > 0 || tokenId === undefined)
    throw wrong('"token revoke" takes one ID, as "token list" shows it.');
  return { name: 'token.revoke', place: placeOf(values.data, env), tokenId };
}

function placeOf(data: string | undefined, env: Record<string, string | undefined>): Place {
  if (data?.trim()) return { kind: 'directory', path: data };
  if (env.DATABASE_URL) return { kind: 'postgres', url: env.DATABASE_URL };
  throw wrong('Say where the records are kept: --data DIR, or a PostgreSQL address in DATABASE_URL.');
}

function read<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: string[],
  options: Options,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args, options, allowPositionals, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw wrong(`${error.message.split('. ')[0]?.replace(/\.$/, '')}.`);
    throw error;
  }
}

const wrong = (sentence: string) => new Refusal(`${sentence} See "help".`, 2);
