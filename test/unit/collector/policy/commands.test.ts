/** The commands about the policy, on a database by itself and on one whose collector runs. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeDirectory, PLACES_OF_COMMANDS } from '../made.ts';
import { options, runHere, serve, tokenFor } from '../processes.ts';
import { faq, policyOf } from './policies.ts';

async function files() {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-policy-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return async (name: string, said: unknown) => {
    const path = join(folder, name);
    await writeFile(path, typeof said === 'string' ? said : JSON.stringify(said));
    return path;
  };
}

describe.each(PLACES_OF_COMMANDS)('policy commands on $name', ({ fresh }) => {
  test('publish, show, history, diff; nothing over what another published; a backup takes it along', async () => {
    const [{ place, drop }, file] = [await fresh(), await files()];
    onTestFinished(drop);
    const { args, env } = options(place);
    const say = (...words: string[]) => runHere(['policy', ...words, '--team', 'acme', ...args], env);
    expect(await say('show')).toMatchObject({ code: 1, err: 'No policy is in force in acme.\n' });
    const one = await file('1.json', policyOf('one'));
    expect((await say('publish', '--file', one, '--note', 'the\nfirst')).out).toMatch(
      /^Published version 1 \(“one”\) in acme, in force from \S+Z\.\n$/,
    );
    const two = await file('2.json', policyOf('two', { processes: [faq({ approval: { days: 7 } })] }));
    const changes = '+ processes.faq.approval.days: 7\n~ version: "one" -> "two"\n';
    expect((await say('diff', '--file', two)).out).toBe(changes);
    expect(await say('publish', '--file', two, '--onto', '0')).toMatchObject({
      code: 1,
      err: expect.stringContaining('urn:countersign:operator published version 1 (“one”) meanwhile. Nothing was'),
    });
    expect(await say('publish', '--file', two, '--onto', '1')).toMatchObject({ code: 0 });
    expect((await say('diff', '--from', '1', '--to', '2')).out).toBe(changes);
    expect(JSON.parse((await say('show')).out).version).toBe('two');
    expect(JSON.parse((await say('show', '--number', '1')).out).version).toBe('one');
    const rows = (await say('history')).out.trimEnd().split('\n');
    expect(rows.map((row) => row.split('\t').slice(0, 3))).toEqual([
      ['NUMBER', 'VERSION', 'STATE'],
      ['2', 'two', 'in force'],
      ['1', 'one', ''],
    ]);
    expect(rows[2]?.endsWith('\tthe first')).toBe(true);
    const packed = `${two}.gz`;
    expect(await runHere(['backup', '--out', packed, ...args], env)).toMatchObject({ code: 0 });
    const other = await madeDirectory();
    onTestFinished(other.drop);
    const there = ['--data', other.place.path];
    expect((await runHere(['restore', '--from', packed, ...there])).out).toContain('Verified.');
    expect((await runHere(['policy', 'history', '--team', 'acme', ...there])).out).toBe(`${rows.join('\n')}\n`);
  });

  test('check says every reason at once, and what would slip', async () => {
    const [{ place, drop }, file] = [await fresh(), await files()];
    onTestFinished(drop);
    const { args, env } = options(place);
    const bad = await file('bad.json', { format: 2, processes: [{ ...faq(), risk: 'huge' }], limit: 1 });
    const alone = await runHere(['policy', 'check', '--file', bad]);
    expect(alone).toMatchObject({ code: 1, out: '' });
    expect(alone.err.trimEnd().split('\n').sort()).toEqual([
      '  limit is no field of a policy.',
      '  processes.1.risk is not in the right form.',
      '  version is missing.',
      'It cannot be published:',
    ]);
    const noJson = await file('no.json', '{ "format": 2,');
    expect((await runHere(['policy', 'check', '--file', noJson])).err).toMatch(/^The policy is not JSON: /);
    await runHere(['token', 'create', '--team', 'acme', '--subject', 'a', '--role', 'admin', ...args], env);
    const base = await file('base.json', policyOf('base', { processes: [faq({ approval: { days: 7 } })] }));
    expect(await runHere(['policy', 'publish', '--base', '--file', base, ...args], env)).toMatchObject({ code: 0 });
    const loose = await file(
      'loose.json',
      policyOf('loose', { processes: [faq({ authority: { except: ['role:reporter'] } })] }),
    );
    expect((await runHere(['policy', 'check', '--file', loose])).out).toBe('It could be published.\n');
    const over = await runHere(['policy', 'check', '--file', loose, '--team', 'acme', ...args], env);
    expect(over.err).toContain('In the process “faq” this loosens the base: Any reporter could grant an exception');
  });

  test.each([
    ['policy'],
    ['policy', 'publish', '--file', 'x'],
    ['policy', 'publish', '--file', 'x', '--base', '--team', 'acme'],
    ['policy', 'publish', '--file', 'x', '--base', '--onto', '1'],
    ['policy', 'show', '--team', 'acme', '--number', '0'],
    ['policy', 'diff', '--team', 'acme', '--file', 'x', '--to', '1'],
  ])('%s %s %s is typed wrong, and that is said', async (...words) => {
    expect(await runHere([...words, '--data', '/nowhere'])).toMatchObject({ code: 2 });
  });
});

test('a running collector does them, signs by its key, and takes up another one', async () => {
  const [{ place, drop }, file] = [await madeDirectory(), await files()];
  onTestFinished(drop);
  const { args } = options(place);
  const token = await tokenFor(place, 'rita', 'reporter');
  const collector = await serve([...args, '--quiet']);
  const get = async (path: string) =>
    (await fetch(`${collector.url}${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
  const one = await file('1.json', policyOf('one'));
  const said = await runHere(['policy', 'publish', '--team', 'acme', '--file', one, ...args]);
  expect(said.out).toContain('Published version 1 (“one”) in acme');
  expect((await get('/v1/events')).events).toHaveLength(1);
  const kidOf = async () =>
    JSON.parse(Buffer.from((await get('/v1/policy')).current.split('.')[0], 'base64url').toString()).kid;
  const before = await kidOf();
  const rotated = await runHere(['key', 'rotate', ...args]);
  expect(rotated.out).toContain(`signed with ${await kidOf()} from now on`);
  expect(await kidOf()).not.toBe(before);
  expect((await get('/.well-known/jwks.json')).keys).toHaveLength(2);
  expect((await runHere(['policy', 'history', '--team', 'acme', ...args])).out).toContain('\tone\tin force\t');
});
