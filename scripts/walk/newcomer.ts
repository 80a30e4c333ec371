/** Somebody who has just cloned the repository: what the README and the commands say. (That they work is what each other walk is made of.) */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../children.ts';
import { ROOT } from '../machine.ts';
import { commandsIn } from './readme.ts';
import type { Somebody } from './somebody.ts';
import { showTerminal } from './terminal.ts';

const README_LINES = 42;

export async function readsOn(who: Somebody): Promise<void> {
  const page = await who.browser.context.newPage();
  const readme = await readFile(join(ROOT, 'README.md'), 'utf8');
  const top = readme.split('\n').slice(0, README_LINES).join('\n');
  const shows = async (name: string, sentence: string, command: string, printed: string, next: RegExp) =>
    who.step(page, name, sentence, await showTerminal(page, command, printed, next));
  const scripts = Object.keys(JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')).scripts);
  const unknown = commandsIn(readme).filter((command) => !scripts.includes(command));
  if (unknown.length > 0) throw new Error(`README.md names commands that are not there: ${unknown.join(', ')}`);
  await shows('readme', 'Reads what it is and how to try it.', 'head README.md', top, /npm run demo/);
  const said = async (script: string, ...args: string[]) =>
    (await run(process.execPath, [join(ROOT, script), ...args])).said;
  await shows('collector', 'Asks for the server.', 'npm run collector', await said('collector/main.ts'), /init|serve/);
  await shows(
    'new-tool',
    'Wants to add a tool, and does not say which.',
    'npm run new:tool',
    await said('scripts/new.ts', 'tool'),
    /npm run new:tool -- /,
  );
  await shows(
    'bench',
    'Asks for a bench that is not there.',
    'npm run bench -- speed',
    await said('scripts/bench.ts', 'speed'),
    /There are: /,
  );
  await page.close();
}
