/** The commands about records as an admin meets them: verify, head, export, erase, retention, backup, restore, seed. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seed } from '../../../../collector/cli/seed/seed.ts';
import { connect, openDatabase } from '../../../../collector/database/open.ts';
import { withNights } from '../../../nightly.ts';
import { freshPostgres } from '../databases.ts';
import { madeDirectory } from '../made.ts';
import { type freshDirectory, options, runHere as run, serve } from '../processes.ts';

/** To open an embedded database anew takes a second of a core, and each command does. */
const PLACES = withNights([{ name: 'PostgreSQL', fresh: freshPostgres, other: madeDirectory }], {
  name: 'PGlite',
  fresh: madeDirectory,
  other: freshPostgres,
});
type Fixture = Awaited<ReturnType<typeof freshDirectory>> | Awaited<ReturnType<typeof freshPostgres>>;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-files-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(PLACES)('records on $name', { timeout: 600_000 }, ({ name, fresh, other }) => {
  let fixture: Fixture;
  const at = (file: string) => join(folder, `${name}-${file}`);
  const command = (...words: string[]) => {
    const { args, env } = options(fixture.place);
    return run([...words, ...args], env);
  };
  /** Does to the database what no program of ours does. */
  const tamper = async (statement: string) => {
    const database = await connect(fixture.place, () => undefined);
    await database.query(statement);
    await database.close();
  };
  beforeAll(async () => {
    fixture = await fresh();
    const database = await openDatabase(fixture.place);
    await seed(database, 'acme', 12, () => undefined);
    await database.close();
  }, 600_000);
  afterAll(async () => {
    await fixture?.drop();
  });

  test('made-up records are written into a team of their own', async () => {
    const seeded = await command('seed', '--team', 'demo', '--outputs', '3');
    expect(seeded).toMatchObject({ code: 0, out: expect.stringMatching(/^Wrote \d+ made-up events into demo\.\n$/) });
    expect((await command('verify')).out).toMatch(/^acme: .*\ndemo: .*\nVerified\.\n$/);
  });

  test('a seeded log verifies, is exported, and verifies elsewhere; a changed file does not', async () => {
    expect(await command('verify', '--team', 'acme')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^acme: \d+ rows, 0 without content.*\nVerified\.\n$/),
    });
    expect((await command('export', '--team', 'acme', '--out', at('log'))).code).toBe(0);
    expect((await stat(at('log'))).mode & 0o777).toBe(0o600);
    expect(await run(['verify', '--file', at('log')])).toMatchObject({ code: 0, err: '' });
    const text = await readFile(at('log'), 'utf8');
    await writeFile(
      at('changed'),
      text
        .replace('example.com/c', 'example.org/c')
        .replace('chatgpt.com/c', 'chatgpt.com/d')
        .replace('claude.ai/chat', 'claude.ai/chap')
        .replace('google.com/app', 'google.com/apq'),
    );
    const changed = await run(['verify', '--file', at('changed')]);
    expect(changed).toMatchObject({ code: 1, err: 'Not as it was written: acme.\n' });
    expect(changed.out).toMatch(/ {2}changed \d{16}: /);
    expect((await command('export', '--team', 'acme', '--out', at('log'))).err).toBe(
      `Cannot make ${at('log')}: it is there already.\n`,
    );
  });

  test('a signed head finds that the end was cut off', async () => {
    const made = await run(['key', 'create', '--out', at('key')]);
    await writeFile(at('public'), made.out.slice(made.out.indexOf('-----BEGIN')));
    const head = await command('head', '--team', 'acme', '--signing-key', at('key'));
    await writeFile(at('head'), head.out);
    const trust = ['--team', 'acme', '--head', at('head'), '--public-key', at('public')];
    expect(await command('verify', ...trust)).toMatchObject({ code: 0, err: '' });
    await tamper(`create table kept as select * from events where team = 'acme' order by sequence desc limit 1`);
    await tamper(`create table kept_contents as select c.* from contents c join kept k using (team, source, id)`);
    await tamper('delete from contents c using kept k where c.id = k.id');
    await tamper('delete from events e using kept k where e.id = k.id');
    await tamper(
      `update teams set last_sequence = last_sequence - 1, head = (select link from events where team = 'acme' order by sequence desc limit 1) where team = 'acme'`,
    );
    expect(await command('verify')).toMatchObject({ code: 0 });
    const cut = await command('verify', ...trust);
    expect(cut.code).toBe(1);
    expect(cut.out).toContain('  truncated ');
    await tamper('insert into events select * from kept');
    await tamper('insert into contents select * from kept_contents');
    await tamper(
      `update teams set last_sequence = last_sequence + 1, head = (select link from kept) where team = 'acme'`,
    );
    await tamper('drop table kept, kept_contents');
    expect(await command('verify', ...trust)).toMatchObject({ code: 0 });
    await writeFile(at('head'), head.out.replace(/"sequence":"\d+"/, '"sequence":"0000000000000001"'));
    expect((await command('verify', ...trust)).out).toContain('  signature_invalid ');
  });

  test('a backup goes into the other kind of database, and both verify alike', async () => {
    await command('token', 'create', '--team', 'acme', '--subject', 'ada', '--role', 'reporter');
    expect((await command('backup', '--out', at('backup'))).code).toBe(0);
    const there = await other();
    const { args, env } = options(there.place);
    const restored = await run(['restore', '--from', at('backup'), ...args], env);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect((await run(['verify', ...args], env)).out).toBe((await command('verify')).out);
    expect((await run(['token', 'list', ...args], env)).out).toBe((await command('token', 'list')).out);
    expect((await run(['restore', '--from', at('backup'), ...args], env)).err).toBe(
      'The database holds records already. Restore into an empty one.\n',
    );
    await there.drop();
  });

  test('a backup that is cut off or damaged restores nothing', async () => {
    await command('backup', '--out', at('whole'));
    const lines = gunzipSync(await readFile(at('whole')))
      .toString()
      .split('\n');
    const there = await fresh();
    const { args, env } = options(there.place);
    for (const [what, bytes, said] of [
      ['cut', gzipSync(lines.slice(0, -3).join('\n')), /damaged at line|lacks rows/],
      ['packed', (await readFile(at('whole'))).subarray(0, 2_000), /Cannot read .*ends in the middle|damaged at line/],
      ['lacking', gzipSync(lines.toSpliced(6, 1).join('\n')), /lacks rows|do not fit/],
      ['none', gzipSync('hello\n'), /not a backup/],
      ['plain', Buffer.from('hello'), /not packed with gzip/],
    ] as const) {
      await writeFile(at(what), bytes);
      const ended = await run(['restore', '--from', at(what), ...args], env);
      expect([what, ended.code, ended.err]).toEqual([what, 1, expect.stringMatching(said)]);
    }
    expect((await run(['verify', ...args], env)).out).toBe('There is no team yet.\n');
    await there.drop();
  });

  test('a person is exported and erased, an output too; retention is set; the log verifies', async () => {
    expect((await command('export', '--team', 'acme', '--person', 'ada@example.com', '--out', at('ada'))).code).toBe(0);
    const document = JSON.parse(await readFile(at('ada'), 'utf8'));
    expect(document).toMatchObject({ person: 'ada@example.com', team: 'acme' });
    const erased = await command('erase', '--team', 'acme', '--person', 'bruno@example.com', '--identity');
    expect(erased.out).toMatch(/^Erased \d+ rows\./);
    await command('export', '--team', 'acme', '--out', at('after'));
    const text = await readFile(at('after'), 'utf8');
    expect(text).not.toContain('bruno');
    const hash = /"subject":"(sha256:[0-9a-f]{64})"/.exec(text)?.[1] ?? '';
    expect((await command('erase', '--team', 'acme', '--output', hash)).code).toBe(0);
    expect((await command('retention', '--team', 'acme')).out).toBe('acme keeps content for good.\n');
    expect((await command('retention', '--team', 'acme', '--days', '30')).out).toBe(
      'Erased 0 rows.\nacme keeps content for 30 days.\n',
    );
    expect((await command('retention', '--team', 'acme', '--days', 'never')).out).toContain('for good');
    expect(await command('verify')).toMatchObject({ code: 0, err: '' });
  });
});

test('with a certificate it speaks TLS on any address, and metrics stay on this computer', {
  timeout: 600_000,
}, async () => {
  const { place, drop } = await madeDirectory();
  const [key, cert] = [join(folder, 'tls.key'), join(folder, 'tls.crt')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      cert,
      ...subject,
    ],
    { stdio: 'ignore' },
  );
  const { args } = options(place);
  const serving = await serve([
    ...args,
    '--host',
    '0.0.0.0',
    '--tls-cert',
    cert,
    '--tls-key',
    key,
    '--metrics-port',
    '0',
  ]);
  const port = new URL(serving.url).port;
  const ca = await readFile(cert);
  const status = await new Promise((resolve, reject) => {
    request(`https://127.0.0.1:${port}/readyz`, { ca }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(200);
  await expect(fetch(`http://127.0.0.1:${port}/readyz`)).rejects.toThrow();
  const metrics = await expect
    .poll(() => /Metrics on (\S+)/.exec(serving.said.out)?.[1])
    .toMatch(/^http:\/\/127\.0\.0\.1:/)
    .then(() => /Metrics on (\S+)/.exec(serving.said.out)?.[1] ?? '');
  const text = await (await fetch(metrics)).text();
  expect(text).toContain(
    'countersign_http_request_duration_seconds_count{method="GET",route="/readyz",status="200"} 1',
  );
  expect(text).toContain('process_cpu_seconds_total');
  serving.child.kill('SIGTERM');
  expect((await serving.ended).code).toBe(0);
  const wrong = await run(['serve', ...args, '--tls-cert', key, '--tls-key', key]);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('The certificate and its key cannot be used')]);
  await drop();
});
