/** Reads one command's options. Whatever does not fit is said in a plain sentence. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { DatabasePlace } from '../database/open.ts';
import { CommandRefusal } from './refusal.ts';

export type Environment = Record<string, string | undefined>;

export const text = { type: 'string' } as const;
export const flag = { type: 'boolean' } as const;

export const wrong = (sentence: string): CommandRefusal => new CommandRefusal(`${sentence} See "help".`, 2);

/** Options and positionals, strictly. Throws a `Refusal` of what is unknown or lacks its value. */
export function read<const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
  allowPositionals = false,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw wrong(`${error.message.split('. ')[0]?.replace(/\.$/, '')}.`);
    throw error;
  }
}

/** The value of an option that has to be there. */
export function needed<Key extends string>(values: Partial<Record<Key, string | undefined>>, key: Key): string {
  const value = values[key]?.trim();
  if (!value) throw wrong(`--${key} is missing.`);
  return value;
}

/** A whole number of an option, in bounds. */
export function numberOf(value: string, key: string, least: number, most: number): number {
  if (!/^\d{1,9}$/.test(value) || Number(value) < least || Number(value) > most)
    throw wrong(`--${key} must be a number from ${least} to ${most}.`);
  return Number(value);
}

/** Where the records are: `--data`, else what the environment or the settings say. */
export function databasePlaceOf(data: string | undefined, env: Environment): DatabasePlace {
  if (data?.trim()) return { kind: 'directory', path: data };
  if (env.COUNTERSIGN_DATA) return { kind: 'directory', path: env.COUNTERSIGN_DATA };
  if (env.DATABASE_URL) return { kind: 'postgres', url: env.DATABASE_URL };
  throw wrong('Say where the records are kept: --data DIR, or a PostgreSQL address in DATABASE_URL.');
}
