/** People are added and ended on the embedded database while its collector runs. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { madeDirectory } from '../made.ts';
import { run, serve } from '../processes.ts';
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

test('nobody but the owner of the directory gets at it; what needs the database alone is still refused', async () => {
  const { data, path } = await running();
  expect((await stat(path)).mode & 0o077).toBe(0);
  expect((await stat(join(path, 'control'))).isSocket()).toBe(true);
  expect((await run(['verify', ...data])).err).toContain('is in use by a running collector');
});
