/** The disk of the embedded database fills up: writes are refused with a sentence, reads go on, and so does all when there is room. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { collectorProgram } from '../../../../scripts/machine.ts';
import { IS_NIGHT } from '../../../nightly.ts';
import { type Answer, newSource, outcomes, outputSeen, reportMade } from '../fixtures.ts';
import { start } from '../processes.ts';

const NODE = process.execPath;
const MB = 1_000_000;

/**
 * A collector on a small disk of its own: a file system in memory, in a space of names that ends with the process, so that
 * no rights are needed and nothing is left behind.
 */
async function onSmallDisk(megabytes: number) {
  const directory = await mkdtemp(join(tmpdir(), 'countersign-full-'));
  const script = `mount -t tmpfs -o size=${megabytes}m tmpfs "$1" || exit 9
    "$2" "$3" token create --team acme --subject ada --role reporter --data "$1/data" || exit 8
    "$2" "$3" serve --port 0 --data "$1/data" & echo "pid $!"; wait $!; echo "ended $?"
    while read line; do eval "$line"; done`;
  const names = ['--user', '--map-root-user', '--mount'];
  const child = spawn('unshare', [...names, 'sh', '-c', script, 'sh', directory, NODE, collectorProgram()], {
    detached: true,
  });
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  onTestFinished(async () => {
    const closed = once(child, 'close');
    if (child.exitCode === null && child.pid) process.kill(-child.pid, 'SIGKILL');
    await closed;
    await rm(directory, { recursive: true });
  });
  const wait = (pattern: RegExp): Promise<string> =>
    vi.waitFor(
      () => {
        const found = pattern.exec(said.out)?.[1];
        if (found === undefined) throw new Error(`${pattern} in ${said.out}${said.err}`);
        return found;
      },
      { timeout: 240_000, interval: 50 },
    );
  const pid = Number(await wait(/pid (\d+)/));
  const url = await wait(/listening on (\S+)/);
  const token = await wait(/(countersign_\S+)/);
  const disk = `/proc/${pid}/root${directory}`;
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' };
    const response = await fetch(url + path, { ...init, headers, signal: AbortSignal.timeout(60_000) });
    return { status: response.status, headers: response.headers, body: await response.json() } as Answer;
  };
  return {
    child,
    said,
    wait,
    pid,
    ask,
    push: async (...events: unknown[]) => ask('/v1/events', { method: 'POST', body: JSON.stringify(events) }),
    /** Fills the disk until so many megabytes are left. */
    fill: async (left: number) => {
      const { bavail, bsize } = await statfs(disk);
      await writeFile(`${disk}/filler`, Buffer.alloc(Math.max(0, bavail * bsize - left * MB)), { flag: 'a' });
    },
    empty: () => rm(`${disk}/filler`),
  };
}

test('writes are refused with a sentence, reads go on, and writes do when there is room', async () => {
  const collector = await onSmallDisk(220);
  const source = newSource();
  expect(outcomes(await collector.push(await outputSeen(source, 'First.')))).toEqual(['stored']);
  await collector.fill(20);
  const refused = await collector.push(await reportMade(source));
  expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([503, 'storage_full', '60']);
  expect(refused.body).toMatchObject({ detail: expect.stringContaining('disk is full') });
  await collector.fill(0);
  expect((await collector.push(await reportMade(source))).body.code).toBe('storage_full');
  for (const path of ['/healthz', '/readyz', '/v1/me', '/v1/head'])
    expect((await collector.ask(path)).status).toBe(200);
  expect((await collector.ask('/v1/events')).body.events).toHaveLength(1);
  await collector.empty();
  expect(outcomes(await collector.push(await reportMade(source)))).toEqual(['stored']);
});

if (IS_NIGHT)
  test('on a full disk it stops when it is asked to, and starts again', async () => {
    const collector = await onSmallDisk(220);
    const source = newSource();
    for (let at = 0; at < 5; at++) await collector.push(await outputSeen(source, `${at} ${'x'.repeat(200_000)}`));
    await collector.fill(0);
    process.kill(collector.pid, 'SIGTERM');
    expect(await collector.wait(/ended (\d+)/)).toBe('0');
    const { child, said } = collector;
    said.out = '';
    child.stdin.write('"$2" "$3" serve --port 0 --data "$1/data" & wait $!; echo "again $?"\n');
    const url = await collector.wait(/listening on (\S+)/);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

test('a process whose loop is stuck ends itself, and says why', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'countersign-stuck-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const stuck = `data:text/javascript,${encodeURIComponent("process.on('SIGUSR2', () => { for (;;); })")}`;
  const args = ['serve', '--port', '0', '--data', directory, '--watchdog', '1'];
  const collector = start(args, { NODE_OPTIONS: `--import "${stuck}"` });
  await vi.waitFor(() => expect(collector.said.out).toContain('listening'), { timeout: 240_000, interval: 50 });
  collector.child.kill('SIGUSR2');
  const { code, err } = await collector.ended;
  expect(code).toBeNull();
  expect(collector.child.signalCode).toBe('SIGKILL');
  expect(err).toContain('"event":"collector.stuck","seconds":1');
});
