/** The first run in one command, as whoever sets up a server does it: real processes, a real collector, then the doctor. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { initOptions } from '../../../../collector/cli/setup/init-options.ts';
import { unitText } from '../../../../collector/cli/setup/unit.ts';
import { freePort } from '../../../../scripts/postgres.ts';
import { freshPostgres } from '../databases.ts';
import { run, runHere, startServing } from '../processes.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'countersign-init-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const tokenIn = (out: string) => /countersign_[\w-]{43}/.exec(out)?.[0] ?? '';

test('init, serve, doctor: a token that works, a service that systemd takes, all well', {
  timeout: 300_000,
}, async () => {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const [settings, unit] = [join(home, 'etc', 'collector.conf'), join(home, 'collector.service')];
  const where = ['--settings', settings, '--data', join(home, 'records'), '--port', String(port)];
  const user = process.env.USER ?? 'root';
  const made = await run([
    'init',
    '--address',
    address,
    '--team',
    'acme',
    '--admin',
    'ada@example.com',
    ...where,
    '--unit',
    unit,
    '--user',
    user,
  ]);
  expect(made).toMatchObject({ code: 0, err: '' });
  const token = tokenIn(made.out);
  expect(made.out).toContain(`"address": "${address}"`);
  expect((await stat(settings)).mode & 0o777).toBe(0o600);
  expect((await stat(join(home, 'etc'))).mode & 0o777).toBe(0o755);
  const text = await readFile(unit, 'utf8');
  expect(text).toContain(` serve --settings ${settings}\n`);
  expect(text).toContain(`\nUser=${user}\n`);

  const again = await runHere([
    'init',
    '--address',
    address,
    '--team',
    'acme',
    '--admin',
    'ada',
    ...where,
    '--unit',
    'none',
  ]);
  expect(again).toMatchObject({
    code: 1,
    err: `${settings} is there already. Move it away to begin anew; change it to change a setting.\n`,
  });

  const serving = await startServing(['serve', '--settings', settings]);
  const me = await fetch(`${address}/v1/me`, { headers: { authorization: `Bearer ${token}` } });
  expect(await me.json()).toMatchObject({ team: 'acme', subject: 'ada@example.com', role: 'admin' });
  // Commands find the place by the same file, and the collector that runs on it.
  expect((await runHere(['token', 'list', '--settings', settings])).out).toContain('ada@example.com');
  const seen = await runHere(['doctor', '--settings', settings]);
  expect(seen.out).toMatch(/^ok +database: the running collector has it$/m);
  expect(seen.out).toMatch(/^ok +CORS: extensions may read its answers$/m);
  expect(seen.out).toMatch(/^ok +large requests: bodies of 5 MB come through$/m);
  expect(seen.out).toMatch(/^ok +log: nothing is written in it yet$/m);
  expect(seen).toMatchObject({ code: 0, err: '' });
  const rehearsed = await runHere(['doctor', '--settings', settings, '--rehearse-restore']);
  expect(rehearsed.out).toMatch(/^ok +restore: rehearsed: Restored \d+ rows, and every log verifies$/m);
  serving.child.kill('SIGTERM');
  await serving.ended;

  const backup = join(home, 'backup.gz');
  await runHere(['backup', '--out', backup, '--settings', settings]);
  const stopped = await runHere(['doctor', '--settings', settings, '--rehearse-restore', '--from', backup]);
  expect(stopped.out).toMatch(/^ok +restore: rehearsed: Restored \d+ rows, and every log verifies$/m);
  expect(stopped.out).toMatch(/^NOT WELL +reached by browsers: .* does not answer \(ECONNREFUSED\)$/m);
  expect(stopped).toMatchObject({ code: 1, err: expect.stringMatching(/One thing is not well\.\n$/) });

  await writeFile(backup, 'not a backup');
  const damaged = await runHere(['doctor', '--settings', settings, '--rehearse-restore', '--from', backup]);
  expect(damaged.out).toMatch(/^NOT WELL +restore: Cannot read .*damaged/m);
});

test('on PostgreSQL it makes the keys a folder, and rehearses a restore while it runs', async () => {
  const { place, drop } = await freshPostgres();
  const settings = join(home, 'postgres.conf');
  const flags = ['--address', 'https://collector.example.com', '--team', 'acme', '--admin', 'ada', '--unit', 'none'];
  const made = await runHere(['init', ...flags, '--settings', settings, '--keys', join(home, 'keys')], {
    DATABASE_URL: place.url,
  });
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('reverse_proxy 127.0.0.1:8787');
  expect(await readFile(settings, 'utf8')).toContain(`database-url = ${place.url}\n`);
  expect((await stat(join(home, 'keys'))).mode & 0o777).toBe(0o700);
  const seen = await runHere([
    'doctor',
    '--settings',
    settings,
    '--rehearse-restore',
    '--address',
    'http://127.0.0.1:1',
  ]);
  expect(seen.out).toMatch(/^ok +clock: \d+ s apart from the database$/m);
  expect(seen.out).toMatch(/^ok +restore: rehearsed/m);
  await drop();
});

test('the doctor tells a proxy that gets in the way from a collector', async () => {
  const proxy = createServer((request, response) => {
    request.resume();
    if (request.url === '/healthz')
      response.setHeader('content-type', 'application/json').end('{"name":"countersign-collector","version":"0.0.1"}');
    else response.writeHead(request.method === 'POST' ? 413 : 204).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  const address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const seen = await runHere(['doctor', '--data', join(home, 'new'), '--address', address]);
  expect(seen.out).toMatch(/^LOOK AT +version: 0\.0\.1 answers at the address/m);
  expect(seen.out).toMatch(/^NOT WELL +CORS: /m);
  expect(seen.out).toMatch(/^NOT WELL +large requests: the proxy refuses bodies of 5 MB$/m);
  expect(seen).toMatchObject({ code: 1, err: expect.stringMatching(/2 things are not well\.\n$/) });
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});

test('it asks for what is not said, with what it would take', async () => {
  const asked: string[] = [];
  const answers = ['https://collector.example.com/', '', 'proxy', 'acme', 'ada'];
  const ask = async (question: string, preset?: string) => {
    asked.push(question);
    return answers.shift() || (preset ?? '');
  };
  expect(await initOptions({}, ask, true)).toEqual({
    address: 'https://collector.example.com',
    database: { kind: 'directory', path: '/var/lib/countersign/records' },
    ...{ keys: '/var/lib/countersign/keys', port: '8787', team: 'acme', admin: 'ada', user: 'countersign' },
    ...{ settings: '/etc/countersign/collector.conf', unit: '/etc/systemd/system/countersign-collector.service' },
  });
  expect(asked).toHaveLength(5);
});

test.each([
  [{}, '--address is missing.'],
  [{ address: 'http://collector.example.com' }, '--address must be like https'],
  [{ address: 'https://a.example', team: 't', admin: 'urn:countersign:x' }, 'keeps for itself'],
  [{ address: 'https://a.example', team: 't', admin: 'a', 'tls-cert': 'x' }, 'belong together'],
  [{ address: 'https://a.example', team: 't', admin: 'a', port: '0' }, '--port must be a number'],
])('%j is refused', async (flags, says) => {
  await expect(initOptions(flags, undefined, false)).rejects.toThrow(says);
});

test.each([
  ['port = 8787\nport 1', 'line 2: not "name = value"'],
  ['colour = red', 'line 1: not "name = value"'],
  ['data = x\nquiet = maybe', 'quiet is "yes" or "no"'],
])('settings that say %j are refused by their place', async (text, says) => {
  const path = join(home, 'bad.conf');
  await writeFile(path, text);
  expect(await runHere(['serve', '--settings', path])).toMatchObject({ code: 2, err: expect.stringContaining(says) });
});

test('the unit is one that systemd takes, also with names that need care, and low ports', async () => {
  const command = ['/opt/my node/bin/node', '/opt/50%/main.js', 'serve'];
  const text = unitText({ command, user: 'root', folders: ['/var/lib/x'], port: 443 });
  expect(text).toContain('ExecStart="/opt/my node/bin/node" /opt/50%%/main.js serve\n');
  expect(text).toContain('AmbientCapabilities=CAP_NET_BIND_SERVICE\n');
  const plain = unitText({ command: [process.execPath, 'serve'], user: 'root', folders: ['/tmp'], port: 8787 });
  expect(plain).toContain('\nCapabilityBoundingSet=\n');
  const path = join(home, 'checked.service');
  await writeFile(path, plain);
  // Where there is no systemd, nobody can say what it takes.
  if (!existsSync('/usr/bin/systemd-analyze')) return;
  const { stderr } = await promisify(execFile)('systemd-analyze', ['verify', path]);
  expect(stderr).toBe('');
});
