/** On the embedded database while its collector runs: people are added and ended, the log is checked and backed up. */
import { rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newSource, reportMade } from '../fixtures.ts';
import { madeDirectory } from '../made.ts';
import { runHere as run, serve } from '../processes.ts';
import { hear } from '../sse.ts';

/** A collector on an embedded database of its own, as long as the test runs. */
async function running() {
  const { place, drop } = await madeDirectory();
  onTestFinished(drop);
  const data = ['--data', place.path];
  return { data, path: place.path, collector: await serve(data) };
}

test('made, listed with what ends soon, and ended with its streams, by the collector itself', async () => {
  const { data, collector } = await running();
  const statusOf = async (token: string) =>
    (await fetch(`${collector.url}/v1/me`, { headers: { authorization: `Bearer ${token}` } })).status;
  const who = ['--team', 'acme', '--subject', 'ada', '--role', 'reporter'];
  const made = await run(['token', 'create', ...who, '--expires', '7', ...data]);
  expect(made).toMatchObject({ code: 0, err: '' });
  const token = made.out.trimEnd().split('\n').at(-1) ?? '';
  const tokenId = /^Token (\S+)\./.exec(made.out)?.[1] ?? '';
  expect(await statusOf(token)).toBe(200);
  await run(['token', 'create', ...who, ...data]);
  const listed = await run(['token', 'list', ...data]);
  expect(listed.out.match(/\tada\t/g)).toHaveLength(2);
  expect(listed.out.match(/ada’s token (\S+) ends at/g)).toHaveLength(1);
  expect(listed.out).toContain(`ada’s token ${tokenId} ends at`);
  const hearing = await hear(collector.url, token);
  expect(await run(['token', 'revoke', tokenId, ...data])).toMatchObject({ code: 0 });
  while ((await hearing.next()) !== undefined);
  expect(await statusOf(token)).toBe(401);
  const again = await run(['token', 'revoke', '01890000-0000-7000-8000-000000000000', ...data]);
  expect(again).toMatchObject({ code: 1, err: 'There is no token 01890000-0000-7000-8000-000000000000.\n' });
});

test('the log is checked, its head signed and all of it backed up while people write; the backup restores as a log that holds', async () => {
  const { data, path, collector } = await running();
  const made = await run(['token', 'create', '--team', 'acme', '--subject', 'ada', '--role', 'reporter', ...data]);
  const authorization = `Bearer ${made.out.trimEnd().split('\n').at(-1)}`;
  const headers = { authorization, 'content-type': 'application/cloudevents-batch+json' };
  const source = newSource();
  const write = async () => {
    const body = JSON.stringify([await reportMade(source)]);
    expect((await fetch(`${collector.url}/v1/events`, { method: 'POST', headers, body })).status).toBe(200);
  };
  for (let n = 0; n < 60; n++) await write();
  const writing = (async () => {
    for (let n = 0; n < 20; n++) await write();
  })();
  const at = (name: string) => join(dirname(path), `${basename(path)}-${name}`);
  expect(await run(['backup', '--out', at('backup'), ...data])).toMatchObject({ code: 0, err: '' });
  expect(await run(['verify', ...data])).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^acme: \d+ rows.*\nVerified\.\n$/),
  });
  await writing;
  await run(['key', 'create', '--out', at('key')]);
  const head = await run(['head', '--team', 'acme', '--signing-key', at('key'), ...data]);
  expect(JSON.parse(head.out)).toMatchObject({ team: 'acme', signature: expect.any(String) });
  await writeFile(at('head'), head.out);
  await writeFile(at('other-head'), head.out.replace(/"sequence":"\d+"/, '"sequence":"0000000000000001"'));
  const against = (name: string) => run(['verify', '--team', 'acme', '--head', at(name), ...data]);
  expect(await against('head')).toMatchObject({ code: 0 });
  expect(await against('other-head')).toMatchObject({ code: 1, err: 'Not as it was written: acme.\n' });

  const there = ['--data', at('restored')];
  expect(await run(['restore', '--from', at('backup'), ...there])).toMatchObject({ code: 0 });
  const restored = /^acme: (\d+) rows/m.exec((await run(['verify', ...there])).out)?.[1];
  expect(Number(restored)).toBeGreaterThanOrEqual(60);
  for (const name of ['backup', 'key', 'head', 'other-head', 'restored']) await rm(at(name), { recursive: true });
});

test('a backup that cannot be made where it was said leaves nothing, and the collector goes on', async () => {
  const { data, collector } = await running();
  expect(await run(['backup', '--out', '/nowhere/backup', ...data])).toMatchObject({
    code: 1,
    err: 'Cannot make /nowhere/backup: there is no such file or folder.\n',
  });
  expect((await fetch(`${collector.url}/healthz`)).status).toBe(200);
});

test('nobody but the owner of the directory gets at it; what changes the records by itself is still refused', async () => {
  const { data, path } = await running();
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect((await stat(join(path, 'control'))).isSocket()).toBe(true);
  expect((await run(['retention', '--team', 'acme', '--days', '1', ...data])).err).toContain(
    'is in use by a running collector',
  );
});
