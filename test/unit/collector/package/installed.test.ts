/** The collector as whoever runs a server gets it: a package, installed where there is nothing but Node and npm. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCollector } from '../../../../scripts/collector/bundle.ts';
import { startProgram } from '../processes.ts';

const run = promisify(execFile);
let home: string;
let prefix: string;
let tarball: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'countersign-package-'));
  prefix = join(home, 'prefix');
  await buildCollector(join(home, 'package'));
  await run('npm', ['pack', join(home, 'package'), '--pack-destination', home], { cwd: home });
  tarball = join(home, (await readdir(home)).find((name) => name.endsWith('.tgz')) ?? '');
  const offline = ['--offline', '--no-audit', '--no-fund', '--cache', join(home, 'cache')];
  await run('npm', ['install', '--global', ...offline, '--prefix', prefix, tarball], { cwd: home });
});

afterAll(() => rm(home, { recursive: true, force: true }));

/** Only this Node and what was installed can be found. */
const environment = () => ({ PATH: [join(prefix, 'bin'), dirname(process.execPath)].join(delimiter) });
const program = () => join(prefix, 'bin', 'countersign-collector');

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name)));
  return (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
}

test('it installs without a registry, into far less than 60 MB', async () => {
  expect((await stat(tarball)).size).toBeLessThan(10_000_000);
  expect(await bytesIn(prefix)).toBeLessThan(25_000_000);
});

test('it hands on the licences of what is built in', async () => {
  const text = await readFile(join(home, 'package', 'THIRD-PARTY.txt'), 'utf8');
  for (const name of ['@electric-sql/pglite', 'hono', 'jose', 'pg', 'zod'])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'));
});

test('the page that checks receipts comes with it', async () => {
  const page = await readFile(join(home, 'package', 'docs', 'verify-receipt.html'), 'utf8');
  expect(page).toContain('countersign-receipt+jwt');
});

test('two builds of it are the same, byte by byte', async () => {
  await buildCollector(join(home, 'again'));
  const files = (await readdir(join(home, 'again'), { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  expect(files.length).toBeGreaterThan(8);
  for (const file of files) {
    const again = join(file.parentPath, file.name);
    const first = again.replace(join(home, 'again'), join(home, 'package'));
    expect((await readFile(again)).equals(await readFile(first)), file.name).toBe(true);
  }
});

test('it serves, says the next command by the name that it has, takes the token, and stops when told', async () => {
  const data = ['--data', join(home, 'records')];
  const serving = startProgram(program(), ['serve', '--port', '0', ...data], environment());
  await expect
    .poll(() => serving.said.out, { timeout: 240_000 })
    .toContain('  countersign-collector token create --team');
  const who = ['--team', 'acme', '--subject', 'ada', '--role', 'admin'];
  const made = await startProgram(program(), ['token', 'create', ...who, ...data], environment()).ended;
  const token = made.out.trimEnd().split('\n').at(-1);

  const url = /listening on (http:\S+)/.exec(serving.said.out)?.[1];
  const me = await fetch(`${url}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(await me.json()).toMatchObject({ subject: 'ada', role: 'admin' });
  serving.child.kill('SIGTERM');
  expect(await serving.ended).toMatchObject({ code: 0 });
});
