/** The command line as an admin meets it. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCommand } from '../../../../collector/cli/arguments.ts';
import { CommandRefusal } from '../../../../collector/cli/refusal.ts';
import { type Fresh, freshPostgres } from '../databases.ts';
import { madeDirectory, PLACES_OF_COMMANDS } from '../made.ts';
import { options, run, runHere, serve, tokenFor } from '../processes.ts';

describe.each(PLACES_OF_COMMANDS)('commands on $name', { timeout: 600_000 }, ({ fresh }) => {
  let fixture: Fresh;
  beforeAll(async () => {
    fixture = await fresh();
  });
  afterAll(async () => {
    await fixture?.drop();
  });

  test('a token is made, listed without itself, works, and is revoked', async () => {
    const { args, env } = options(fixture.place);
    const token = await tokenFor(fixture.place, 'ada@example.com', 'reviewer');
    expect(token).toMatch(/^countersign_[\w-]{43}$/);
    const listed = await runHere(['token', 'list', ...args], env);
    expect(listed.out).toContain('\tacme\tada@example.com\treviewer\t');
    expect(listed.out).not.toContain(token);
    const headers = { authorization: `Bearer ${token}` };
    const serving = await serve(args, env);
    const me = await fetch(`${serving.url}/v1/me`, { headers });
    expect(await me.json()).toEqual({ team: 'acme', subject: 'ada@example.com', role: 'reviewer' });
    serving.child.kill('SIGTERM');
    const { code, err } = await serving.ended;
    expect(code).toBe(0);
    expect(err).not.toContain(token);
    const tokenId = /^\S{36}/m.exec(listed.out)?.[0] ?? '';
    expect(await runHere(['token', 'revoke', tokenId, ...args], env)).toMatchObject({ code: 0 });
    const again = await serve([...args, '--quiet'], env);
    expect((await fetch(`${again.url}/v1/me`, { headers })).status).toBe(401);
    again.child.kill('SIGINT');
    expect(await again.ended).toMatchObject({ code: 0, err: '' });
  });

  test('an unknown token cannot be revoked', async () => {
    const { args, env } = options(fixture.place);
    const ended = await runHere(['token', 'revoke', '01890000-0000-7000-8000-000000000000', ...args], env);
    expect(ended).toMatchObject({ code: 1, err: 'There is no token 01890000-0000-7000-8000-000000000000.\n' });
  });
});

test('while a collector holds the directory, other commands say so', { timeout: 600_000 }, async () => {
  const { place, drop } = await madeDirectory();
  const { args } = options(place);
  const serving = await serve(args);
  for (const command of [
    ['export', '--team', 'acme', '--out', 'nowhere'],
    ['serve', '--port', '0'],
  ]) {
    const ended = await runHere([...command, ...args]);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain(`is in use by a running collector (process ${serving.child.pid}). Stop it first`);
  }
  serving.child.kill('SIGKILL');
  await serving.ended;
  expect((await runHere(['token', 'list', ...args])).code).toBe(0);
  await drop();
});

test('a taken port and an absent PostgreSQL are said without a stack', { timeout: 600_000 }, async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { place, drop } = await freshPostgres();
  const taken = await runHere(['serve', '--port', String(port)], options(place).env);
  expect(taken).toMatchObject({ code: 1, err: `Port ${port} on 127.0.0.1 is taken. Choose another with --port.\n` });
  const absent = await runHere(['token', 'list'], { DATABASE_URL: 'postgres://u:pass-word@127.0.0.1:1/x' });
  expect(absent.code).toBe(1);
  expect(absent.err).toMatch(/^The PostgreSQL database that DATABASE_URL names cannot be used \(ECONNREFUSED\)\..*\n$/);
  other.close();
  await drop();
});

test('a data directory that is none is said without a stack', async () => {
  const ended = await runHere(['token', 'list', '--data', new URL(import.meta.url).pathname]);
  expect(ended.code).toBe(1);
  expect(ended.err).toMatch(/^The data directory \S+ cannot be used: EEXIST.*\n$/);
});

const DATA = ['--data', 'd'];
const WHO = ['--team', 't', '--subject', 's'];

test.each([
  [['sevre'], 'There is no command "sevre".'],
  [['serve'], 'Say where the records are kept'],
  [['serve', '--prot', '1', ...DATA], "Unknown option '--prot'."],
  [['serve', '--port', '70000', ...DATA], '--port must be a number from 0 to 65535.'],
  [['serve', '--port', 'x', ...DATA], '--port must be a number from 0 to 65535.'],
  [['serve', '--host', '0.0.0.0', ...DATA], 'listens on this computer only, not on "0.0.0.0"'],
  [['serve', '--host', '127.evil.example', ...DATA], 'listens on this computer only'],
  [['token'], '"token" takes create, list, role or revoke.'],
  [['token', 'create', ...DATA], '--team is missing.'],
  [['token', 'create', ...WHO, '--role', 'boss', ...DATA], '--role must be one of reporter, reviewer, admin, ingest.'],
  [['token', 'create', '--team', 'x'.repeat(101), '--subject', 's', '--role', 'admin', ...DATA], '--team is too long.'],
  [['token', 'create', ...WHO, '--role', 'admin', '--name', 'a\nb', ...DATA], 'control characters'],
  [['token', 'revoke', 'x', ...DATA], 'takes one ID'],
])('%j is refused in a sentence', (argv, sentence) => {
  const read = () => readCommand(argv, {});
  expect(read).toThrow(CommandRefusal);
  expect(read).toThrow(sentence);
  expect(read).toThrow(expect.objectContaining({ exitCode: 2 }));
});

test('a wrong flag ends the process with 2 and one line', { timeout: 600_000 }, async () => {
  const ended = await run(['serve', '--prot', '1']);
  expect(ended).toEqual({ code: 2, out: '', err: `Unknown option '--prot'. See "help".\n` });
});

test('--data goes before DATABASE_URL; another host needs its flag', () => {
  const env = { DATABASE_URL: 'postgres://x' };
  expect(readCommand(['token', 'list', ...DATA], env)).toMatchObject({ place: { kind: 'directory', path: 'd' } });
  expect(readCommand(['token', 'list'], env)).toMatchObject({ place: { kind: 'postgres' } });
  expect(readCommand(['serve', '--host', '0.0.0.0', '--insecure-http'], env)).toMatchObject({ host: '0.0.0.0' });
});
