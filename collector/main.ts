/** The collector's command line: `countersign-collector help`, or `npm run collector -- help` from a clone. */
import { readCommand } from './cli/arguments.ts';
import { runCommand } from './cli/commands.ts';
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

try {
  await runCommand(readCommand(process.argv.slice(2), process.env), {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    stop: stop.signal,
  });
} catch (error) {
  if (!(error instanceof CommandRefusal)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}
