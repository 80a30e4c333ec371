/**
 * A way into the process that holds an embedded database: commands about people, the policy and its keys are done by it while it
 * runs, and the records are checked and backed up. A socket in the data directory, which its owner alone may enter; it answers in
 * lines of JSON.
 */
import { rmSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { parsedJson } from '../../lib/domain/json.ts';
import { meSchema, roleSchema } from '../../lib/domain/people/role.ts';
import { errorFields, type Log } from '../logger.ts';
import type { Command } from './arguments.ts';
import { type PolicyAsk, policyAskSchema } from './policy/commands.ts';
import { type CommandPart, commandPartSchema, type RecordsAsk, recordsAskSchema } from './records.ts';
import { CommandRefusal } from './refusal.ts';

/** A command about tokens, wherever the records are. */
export type TokenCommand = Without<Extract<Command, { name: `token.${string}` }>, 'place'>;
/** All that can be asked of the process that holds the records. */
export type Order = TokenCommand | PolicyAsk | RecordsAsk | { name: 'key.rotate' };
type Without<Union, Key extends string> = Union extends unknown ? Omit<Union, Key> : never;

const commandSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('token.create'), me: meSchema, expiresInDays: z.int().positive().optional() }),
  z.strictObject({ name: z.literal('token.list') }),
  z.strictObject({ name: z.literal('token.role'), tokenId: z.uuid(), role: roleSchema }),
  z.strictObject({ name: z.literal('token.revoke'), tokenId: z.uuid() }),
  z.strictObject({ name: z.literal('key.rotate') }),
  ...policyAskSchema.options,
  ...recordsAskSchema.options,
]);
/** What was said, or how it ended. */
const answerSchema = z.union([
  ...commandPartSchema.options,
  z.strictObject({ refusal: z.string() }),
  z.strictObject({ done: z.literal(true) }),
]);
type Answer = z.infer<typeof answerSchema>;

const pathIn = (directory: string): string => join(directory, 'control');
/** What the systems allow for the address of a socket, with its end. */
const LONGEST_PATH = 103;
const PATIENCE_MS = 30_000;

/** Does what a command asks, and tells what comes of it. */
type Perform = (command: Order) => AsyncIterable<CommandPart>;

/** Listens in a data directory until it is told to stop. */
export async function listenForCommands(directory: string, perform: Perform, log: Log): Promise<() => Promise<void>> {
  const path = pathIn(directory);
  if (process.platform === 'win32' || path.length > LONGEST_PATH) return async () => undefined;
  // The lock is ours: what is there is of a process that was killed.
  rmSync(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.setTimeout(PATIENCE_MS, () => socket.destroy());
    answer(socket, perform).catch((error: unknown) => {
      log.error('control.failed', errorFields(error));
      socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  return () => new Promise((resolve) => server.close(() => resolve()));
}

async function answer(socket: Socket, perform: Perform): Promise<void> {
  const command = commandSchema.parse(JSON.parse(await readAll(socket)));
  // A long log is looked at for longer than anybody needs to ask for it.
  socket.setTimeout(0);
  await pipeline(Readable.from(answers(perform(command as Order))), socket);
}

async function* answers(all: AsyncIterable<CommandPart>): AsyncGenerator<string> {
  const line = (answer: Answer) => `${JSON.stringify(answer)}\n`;
  try {
    for await (const said of all) yield line(said);
    yield line({ done: true });
  } catch (error) {
    if (!(error instanceof CommandRefusal)) throw error;
    yield line({ refusal: error.message });
  }
}

/** All that the other side says. Not by iterating: up to Node 22 that ends the socket with the last word, before it is answered. */
function readAll(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8').on('data', (piece) => {
      said += piece;
    });
    socket.once('end', () => resolve(said));
    socket.once('error', reject);
    socket.once('close', () => resolve(said));
  });
}

/** Has the process that holds a directory do a command; what it says comes as it is said. Undefined where none runs. */
export async function askRunning(directory: string, command: Order): Promise<AsyncIterable<CommandPart> | undefined> {
  const socket = createConnection(pathIn(directory));
  try {
    await new Promise<void>((resolve, reject) => socket.once('error', reject).once('connect', resolve));
  } catch (error) {
    const { code } = errorFields(error);
    if (code === 'ENOENT' || code === 'ECONNREFUSED' || code === 'ENOTDIR' || code === 'EINVAL') return undefined;
    throw new CommandRefusal(`The running collector cannot be reached (${code}).`);
  }
  socket.end(JSON.stringify(command));
  return sayings(socket);
}

async function* sayings(socket: Socket): AsyncGenerator<CommandPart> {
  for await (const line of linesFrom(socket)) {
    const answer = answerSchema.safeParse(parsedJson(line)).data;
    if (!answer) break;
    if ('done' in answer) return;
    if ('refusal' in answer) throw new CommandRefusal(answer.refusal);
    yield answer;
  }
  throw new CommandRefusal('The running collector broke off. If it is of another version, start it again.');
}

/** The lines that come, without their ends; no more of them where the other side goes away. */
async function* linesFrom(socket: Socket): AsyncGenerator<string> {
  let rest = '';
  try {
    for await (const piece of socket.setEncoding('utf8')) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (errorFields(error).code !== 'ECONNRESET') throw error;
  }
}
