/** The collector's command line: `countersign-collector help`, or `npm run collector -- help` from a clone. */

import { createInterface } from 'node:readline/promises';
import { CommandRefusal } from './cli/refusal.ts';

// What a command or the database makes, its owner alone may read, whatever the shell says.
process.umask(0o077);

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // Asked twice, somebody is in a hurry; the embedded database recovers from that too.
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  });

async function ask(question: string, preset?: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on('SIGINT', () => stop.abort());
  try {
    const said = await terminal.question(preset === undefined ? `${question}: ` : `${question} [${preset}]: `, stop);
    return said.trim() || (preset ?? '');
  } catch (error) {
    throw stop.signal.aborted ? new CommandRefusal('Stopped. Nothing was written.') : error;
  } finally {
    terminal.close();
  }
}

/** All that needs packages: from a clone they may not be there yet. */
async function commands() {
  try {
    const [{ readCommand }, { runCommand }] = await Promise.all([
      import('./cli/arguments.ts'),
      import('./cli/commands.ts'),
    ]);
    return { readCommand, runCommand };
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new CommandRefusal(
      'The packages that the collector is made of are not installed. Run it as “npm run collector -- COMMAND” from the folder of the clone: that installs them first.',
    );
  }
}

try {
  const { readCommand, runCommand } = await commands();
  await runCommand(readCommand(process.argv.slice(2), process.env), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stop: stop.signal,
    ...(process.stdin.isTTY ? { ask } : {}),
  });
} catch (error) {
  if (!(error instanceof CommandRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
