/** Runs a program, and ends it once it has said nothing for a while: `stall.mjs MILLISECONDS PROGRAM [ARGUMENTS …]`. */
import { spawn } from 'node:child_process';
import process from 'node:process';

const [limit, program, ...args] = process.argv.slice(2);
// A group of its own: the download runs in a child of the child, and has to end with it.
const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
let timer = setTimeout(stop, Number(limit));

function stop() {
  process.kill(-child.pid, 'SIGKILL');
}

function heard() {
  clearTimeout(timer);
  timer = setTimeout(stop, Number(limit));
}

child.stdout.on('data', heard);
child.stderr.on('data', heard);
child.on('exit', (code) => process.exit(code ?? 1));
