/** Whatever a server does, every registered target turns it into one of the outcomes that the engine knows. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeEvent } from '../../lib/domain/events/event.ts';
import { passes } from '../../lib/domain/events/filter.ts';
import { installationSource, newId } from '../../lib/domain/ids.ts';
import { FIELDS } from '../../lib/sync/fields.ts';
import type { Target, World } from '../../lib/sync/target.ts';
import { TARGETS } from '../../lib/sync/targets/index.ts';
import { push } from '../../lib/sync/wire.ts';
import { read } from './tree.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const saying =
  (status: number, body: string, headers: Record<string, string> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };

const worldWith = (signal: AbortSignal): World => ({
  fetch: (...request) => fetch(...request),
  now: Date.now,
  say: (key) => key,
  signal,
});
const WORLD = worldWith(new AbortController().signal);

/** Settings as somebody would enter them in its form. */
const settingsOf = (target: Target, address: string) =>
  Object.fromEntries(
    target.form.map(({ name, initial }) => {
      const entered: Record<string, string> = { address, webhook: address, token: 'a-token', publicKey: 'pk-lf-1' };
      return [name, entered[name] ?? initial];
    }),
  );

const report = await makeEvent(
  'countersign.report.made.v1',
  installationSource('11111111-1111-4111-8111-111111111111'),
  `sha256:${'a'.repeat(64)}`,
  { reportId: newId(), categories: ['factual'], severity: 'critical' },
  { passages: [], comment: 'wrong' },
);
const pushTo = (target: Target, address: string, world = WORLD) =>
  push(target, [{ event: report }], settingsOf(target, address), world);

const GONE = 'webhook_gone';
const ELSEWHERE = ['not_a_collector', 'not_found_there', 'not_understood'];
const TROUBLE: [what: string, listener: RequestListener, kinds: string[], problems: string[]][] = [
  ['does not know the token', saying(401, '{}'), ['unauthorised'], ['token_refused', GONE]],
  ['does not allow it', saying(403, '{}'), ['unauthorised'], ['token_may_not', GONE]],
  ['has broken down', saying(500, 'oops'), ['retry'], ['server_error']],
  ['is too busy', saying(429, '{}', { 'retry-after': '7' }), ['retry'], ['busy']],
  ['is a sign-in page', saying(200, '<!doctype html><title>Welcome</title>'), ['retry'], ELSEWHERE],
  ['is another site', saying(404, 'no such page'), ['retry', 'unauthorised'], [...ELSEWHERE, GONE]],
  ['sends somewhere else', saying(302, '', { location: '/elsewhere' }), ['retry'], ['unreachable']],
  ['hangs up', (request) => request.socket.destroy(), ['retry'], ['unreachable']],
];

describe.each(TARGETS.map((target) => ({ id: target.id, target })))('$id', ({ target }) => {
  describe.each(TROUBLE)('at a server that %s', (_, listener, kinds, problems) => {
    it('says so when it pushes', async () => {
      const outcome = await pushTo(target, await serve(listener));
      expect(kinds).toContain('kind' in outcome ? outcome.kind : 'each');
      expect(problems).toContain('problem' in outcome ? outcome.problem : undefined);
    });

    it('says so when it pulls', async () => {
      const outcome = await target.pull?.('', settingsOf(target, await serve(listener)), WORLD);
      expect(kinds).toContain(outcome?.kind ?? kinds[0]);
    });

    it('says so when it is tested', async () => {
      const outcome = await target.test(settingsOf(target, await serve(listener)), WORLD);
      expect(outcome.ok).toBe(false);
      expect(problems).toContain('problem' in outcome ? outcome.problem : undefined);
    });
  });

  it.each([400, 413, 422])('takes %i for the fault of what was sent, so that it is halved', async (status) => {
    expect(await pushTo(target, await serve(saying(status, '{"detail":"no"}')))).toEqual({
      kind: 'rejected',
      reason: status === 413 ? 'too_large' : 'no',
    });
  });

  it('says how long a busy server wants to be left alone', async () => {
    const busy = await serve(saying(429, '{}', { 'retry-after': '7' }));
    expect(await pushTo(target, busy)).toMatchObject({ kind: 'retry', afterMs: 7_000 });
  });

  it.each([
    ['no address at all', 'nonsense', 'not_an_address'],
    ['an address with a password in it', 'https://ada:secret@example.com', 'not_an_address'],
    ['plain HTTP to another computer', 'http://example.com', 'not_secure'],
  ])('sends nothing to %s', async (_, address, problem) => {
    expect(await pushTo(target, address)).toMatchObject({ problem });
    expect(await target.test(settingsOf(target, address), WORLD)).toMatchObject({ ok: false, problem });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const address = await serve(() => controller.abort());
    expect(await pushTo(target, address, worldWith(controller.signal))).toMatchObject({ kind: 'retry' });
  });

  it('asks for settings that have a label and a hint in the options page', () => {
    const words = read('components/options/endpoints/targetWords.ts');
    expect(words).toContain(
      `i18n.t('${target.id === 'collector' ? 'options.endpointIntro' : `target.intro.${target.id}`}')`,
    );
    for (const { name } of target.form) {
      expect(Object.keys(FIELDS)).toContain(name);
      expect(words).toContain(`i18n.t('target.hint.${name}')`);
    }
  });

  it('keeps every secret out of the parts of a request that are shown', async () => {
    const settings = settingsOf(target, 'https://endpoint.example/hook');
    const secrets = target.form.filter(({ entry }) => entry === 'secret').map(({ name }) => String(settings[name]));
    for (const { body } of await target.requests([{ event: report }], settings, WORLD))
      for (const secret of secrets.filter(Boolean)) expect(body).not.toContain(secret);
  });

  it('lets through what it is there for', () => {
    expect(passes(target.filter, report, true)).toBe(true);
    expect(passes(target.filter, report, false)).toBe(false);
  });
});
