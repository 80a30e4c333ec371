import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { folderIn } from '../../../scripts/scratch.ts';

const SCRATCH = new URL('../../../scripts/scratch.ts', import.meta.url).href;
let place: string;
beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'countersign-scratch-')));
});
afterEach(() => rmSync(place, { recursive: true }));

/** A process that makes its folder, fills it, says where it is, and ends once its input does. */
async function run() {
  const script = `
    import { folderIn } from ${JSON.stringify(SCRATCH)};
    import { mkdirSync, writeFileSync } from 'node:fs';
    const folder = folderIn(${JSON.stringify(place)});
    mkdirSync(folder + '/deep');
    writeFileSync(folder + '/deep/file', 'x');
    console.log(folder);
    process.stdin.on('end', () => process.exit(0)).resume();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [said] = await once(child.stdout, 'data');
  return { child, ended: once(child, 'exit'), folder: String(said).trim() };
}

test('what tests throw away goes with the run', async () => {
  const { child, ended, folder } = await run();
  expect(existsSync(join(folder, 'deep', 'file'))).toBe(true);
  child.stdin.end();
  await ended;
  expect(readdirSync(place)).toEqual([]);
});

test('what a killed run left is removed by the next, what another run is at is not', async () => {
  const [killed, other] = [await run(), await run()];
  killed.child.kill('SIGKILL');
  await killed.ended;
  expect(existsSync(killed.folder)).toBe(true);
  mkdirSync(join(place, 'somebody-else'));
  const next = await run();
  expect(existsSync(killed.folder)).toBe(false);
  expect(readdirSync(place).sort()).toEqual(
    [other.folder, next.folder, join(place, 'somebody-else')].map(nameOf).sort(),
  );
  for (const { child, ended } of [other, next]) {
    child.stdin.end();
    await ended;
  }
  expect(readdirSync(place)).toEqual(['somebody-else']);
});

const nameOf = (path: string): string => path.slice(place.length + 1);

test('what another user’s killed run left is theirs to remove, and is no reason to fail', async () => {
  const killed = await run();
  killed.child.kill('SIGKILL');
  await killed.ended;
  const script = `import { folderIn } from ${JSON.stringify(SCRATCH)};
    console.log(folderIn(${JSON.stringify(place)}, ${(process.getuid?.() ?? 0) + 1}));`;
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(other.stdout, 'data');
  await once(other, 'exit');
  expect(String(said).trim()).not.toBe('undefined');
  expect(readdirSync(place)).toEqual([nameOf(killed.folder)]);
});

test('a place that cannot be written to is an error, not a run without a place', () => {
  expect(() => folderIn(join(place, 'not-there'))).toThrow('ENOENT');
});
