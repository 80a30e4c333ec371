/** Files of the collector are its owner's alone, whatever was there before and whenever the process is killed. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeWhole } from '../../../../collector/cli/files.ts';
import { seed } from '../../../../collector/cli/seed/seed.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { IS_NIGHT } from '../../../nightly.ts';
import { writeAlike } from '../logs.ts';
import { run, start } from '../processes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-modes-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string) => join(folder, name);
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

/** Everything below a folder that somebody else could read, write or enter. */
async function open(below: string): Promise<string[]> {
  const entries = await readdir(below, { recursive: true });
  const modes = await Promise.all(entries.map(async (name) => [name, await modeOf(join(below, name))] as const));
  return modes.filter(([, mode]) => (mode & 0o077) !== 0).map(([name]) => name);
}

test('a data directory that was there before, open to all, is closed with all that is in it', async () => {
  await mkdir(at('data'));
  await chmod(at('data'), 0o755);
  const create = ['token', 'create', '--team', 'acme', '--subject', 'ada', '--role', 'reporter', '--data', at('data')];
  expect((await run(create)).code).toBe(0);
  expect(await modeOf(at('data'))).toBe(0o700);
  expect(await open(at('data'))).toEqual([]);
});

test('so is one that an earlier collector left open, and links in it are not followed', async () => {
  const place = { kind: 'directory' as const, path: at('data') };
  await (await openDatabase(place)).close();
  for (const name of ['', 'postgres', 'postgres/base', 'postgres/PG_VERSION'])
    await chmod(join(at('data'), name), 0o777);
  await writeFile(at('elsewhere'), 'mine');
  await chmod(at('elsewhere'), 0o644);
  await symlink(at('elsewhere'), join(at('data'), 'link'));
  await (await openDatabase(place)).close();
  await rm(join(at('data'), 'link'));
  expect(await modeOf(at('data'))).toBe(0o700);
  expect(await open(at('data'))).toEqual([]);
  expect(await modeOf(at('elsewhere'))).toBe(0o644);
});

async function* pieces(...all: string[]) {
  yield* all;
}

test('a file is written aside by its owner alone, over nothing, and through no link', async () => {
  await writeFile(at('foreign'), 'theirs');
  await chmod(at('foreign'), 0o666);
  await symlink(at('foreign'), at('backup.unfinished'));
  await writeWhole(at('backup'), pieces('one', 'two'));
  expect([await readFile(at('backup'), 'utf8'), await modeOf(at('backup'))]).toEqual(['onetwo', 0o600]);
  expect([await readFile(at('foreign'), 'utf8'), await modeOf(at('foreign'))]).toEqual(['theirs', 0o666]);
  await symlink(at('nowhere'), at('dangling'));
  for (const taken of ['backup', 'foreign', 'dangling'])
    await expect(writeWhole(at(taken), pieces('x'))).rejects.toThrow('it is there already');
  expect((await readdir(folder)).sort()).toEqual(['backup', 'backup.unfinished', 'dangling', 'foreign']);
});

test('one that comes while another is written keeps its name, and the other leaves nothing', async () => {
  async function* slow() {
    yield 'mine';
    await writeFile(at('out'), 'theirs');
    yield ' still';
  }
  await expect(writeWhole(at('out'), slow())).rejects.toThrow('it is there already');
  expect([await readFile(at('out'), 'utf8'), await readdir(folder)]).toEqual(['theirs', ['out']]);
});

test('what fails in the middle leaves nothing', async () => {
  async function* broken() {
    yield 'half';
    throw new Error('gone');
  }
  await expect(writeWhole(at('out'), broken())).rejects.toThrow('gone');
  expect(await readdir(folder)).toEqual([]);
});

if (IS_NIGHT)
  test('a backup that is killed leaves no file of its name', async () => {
    const data = ['--data', at('data')];
    const database = await openDatabase({ kind: 'directory', path: at('data') });
    await seed(database, 'acme', 20, () => undefined);
    // Enough that it takes a while.
    await writeAlike(database, 'acme', 25);
    await database.close();
    const backup = start(['backup', '--out', at('backup.gz'), ...data]);
    await vi.waitFor(
      async () => {
        const names = await readdir(folder);
        if (backup.child.exitCode === null && !names.some((name) => name.endsWith('.unfinished')))
          throw new Error('not yet');
      },
      { timeout: 240_000, interval: 2 },
    );
    backup.child.kill('SIGKILL');
    await backup.ended;
    const names = await readdir(folder);
    expect(backup.child.signalCode).toBe('SIGKILL');
    expect(names).not.toContain('backup.gz');
    expect((await run(['backup', '--out', at('backup.gz'), ...data])).code).toBe(0);
  });
