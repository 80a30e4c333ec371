/** One process per data directory: a lock file that names its holder, and that a killed holder does not leave shut. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { parsedJson } from '../../lib/domain/json.ts';
import { CommandRefusal } from '../cli/refusal.ts';

const holderSchema = z.object({ pid: z.int().positive(), startedAt: z.string() });
type Holder = z.infer<typeof holderSchema>;

/** Attempts at a lock that others are taking over at the same moment. */
const ATTEMPTS = 5;
const heldHere = new Set<string>();

/** Takes the lock of `directory` or refuses, naming who holds it. Answers with what gives it back. */
export function takeLock(directory: string): () => void {
  const path = resolve(join(directory, 'lock'));
  if (heldHere.has(path)) throw heldBy(directory, process.pid);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(path)) return hold(path);
    const text = read(path);
    const holder = text === undefined ? undefined : parse(text);
    if (holder && isRunning(holder)) throw heldBy(directory, holder.pid);
    if (text !== undefined) removeStale(path, text);
  }
  throw new CommandRefusal(`The data directory ${directory} is being opened by several processes at once. Try again.`);
}

const heldBy = (directory: string, pid: number) =>
  new CommandRefusal(
    `The data directory ${directory} is in use by a running collector (process ${pid}). ` +
      'Stop it first: the embedded database allows one process at a time.',
  );

function hold(path: string): () => void {
  heldHere.add(path);
  return () => {
    if (heldHere.delete(path)) rmSync(path, { force: true });
  };
}

/** Written beside and linked, so that nobody ever reads a lock without its holder. */
function create(path: string): boolean {
  const own = `${path}.${process.pid}`;
  // What stands there is of a process that had our number once, or a link that somebody laid.
  rmSync(own, { force: true });
  const holder = { pid: process.pid, startedAt: startOf(process.pid) } satisfies Holder;
  writeFileSync(own, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves the dead holder's lock away; if it was a newcomer's by then, puts it back. */
function removeStale(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (read(aside) !== stale) linkSync(aside, path);
  } catch (error) {
    // Another process was faster; the next attempt sees what it did.
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** The holder, or undefined of a file that a loss of power left damaged. */
function parse(text: string): Holder | undefined {
  return holderSchema.safeParse(parsedJson(text)).data;
}

/** Its number alone does not tell a process: after a restart of the machine or container another may have it. */
function isRunning({ pid, startedAt }: Holder): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    // EPERM: it runs, as another user.
    if (!hasCode(error, 'EPERM')) throw error;
  }
  return startOf(pid) === startedAt;
}

/** When a process started, in the words of Linux; empty where the system does not say. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`) ?? '';
  // The second field is the command in brackets and may itself hold spaces and brackets.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
