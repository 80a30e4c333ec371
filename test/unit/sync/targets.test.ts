/** Each target against a server that reads what it gets with the vendor's own receiver, types or published schema. */
import { createRequire } from 'node:module';
import type { CreateScoreRequest } from '@langfuse/core';
import { CloudEvent, HTTP } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { describe, expect, test } from 'vitest';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { modelProviderOf } from '../../../lib/sync/about.ts';
import type { Score } from '../../../lib/sync/targets/langfuse.ts';
import { PROFILES } from '../../../lib/tools/index.ts';
import { amended, decided, eventOf, made, reportId, seen, sequenced, TRACE, withdrawn } from '../domain/making.ts';
import { about, receive, sendTo, testOf } from './receiver.ts';

const require = createRequire(new URL('../../live/package.json', import.meta.url));
const critical = (comment = 'wrong price') =>
  eventOf(
    'countersign.report.made.v1',
    { reportId: reportId(1), categories: ['factual', 'harm'], severity: 'critical' },
    { passages: [], comment, correction: 'The right price.' },
  );
const story = async (): Promise<CountersignEvent[]> => [await seen(), await critical(), await decided('escalate', [1])];
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};

describe('CloudEvents', () => {
  const settings = { mode: 'batch', words: true };

  test.each(['batch', 'single'])('is read by the CloudEvents SDK: %s', async (mode) => {
    await using receiver = await receive({ status: 204 });
    const events = await story();
    const sent = mode === 'batch' ? events : events.slice(1, 2);
    expect(await sendTo('cloudevents', about(sent), { ...settings, mode, address: receiver.url })).toEqual({
      kind: 'accepted',
    });
    const { headers, body } = only(receiver.got);
    const read = [HTTP.toEvent({ headers: { ...headers }, body })].flat();
    expect(read.map((event) => [event.id, event.source, event.type])).toEqual(
      sent.map(({ id, source, type }) => [id, source, type]),
    );
    for (const event of read) expect(new CloudEvent(event as object).validate()).toBe(true);
  });

  test.each(['a plain secret', `whsec_${btoa('twenty-four bytes of key')}`])(
    'carries a signature that Standard Webhooks verifies: %s',
    async (signingSecret) => {
      await using receiver = await receive();
      await sendTo('cloudevents', about(await story()), { ...settings, signingSecret, address: receiver.url });
      const { headers, body } = only(receiver.got);
      const raw = signingSecret.startsWith('whsec_') ? {} : ({ format: 'raw' } as const);
      const signed = { ...headers } as Record<string, string>;
      expect(() => new Webhook(signingSecret, raw).verify(body, signed)).not.toThrow();
      expect(() => new Webhook(signingSecret, raw).verify(`${body} `, signed)).toThrow();
      expect(() => new Webhook(btoa('another key of some bytes')).verify(body, signed)).toThrow();
    },
  );

  test('says the same id on every try, and nothing of what was written unless asked', async () => {
    await using receiver = await receive();
    const items = about(await story());
    const given = { ...settings, signingSecret: 's3cret', words: false, address: receiver.url };
    await sendTo('cloudevents', items, given);
    await sendTo('cloudevents', items, given);
    const [first, second] = receiver.got;
    expect(first?.headers['webhook-id']).toBe(second?.headers['webhook-id']);
    expect(first?.body).toBe(second?.body);
    expect(first?.body).not.toContain('wrong price');
    expect(first?.body).not.toContain('sealed');
    expect(first?.body).toContain('commitment');
  });

  test('is tried with an event that says that it is a test', async () => {
    await using receiver = await receive({ status: 202 });
    expect(await testOf('cloudevents', { ...settings, address: receiver.url })).toMatchObject({ ok: true });
    const { headers, body } = only(receiver.got);
    expect([HTTP.toEvent({ headers: { ...headers }, body })].flat()[0]?.type).toBe('countersign.endpoint.tested.v1');
  });
});

interface Logs {
  resourceLogs: { scopeLogs: { logRecords: LogRecord[] }[] }[];
}
interface LogRecord {
  eventName: string;
  severityNumber: string;
  traceId: string;
  spanId: string;
  attributes: { key: string; value: Record<string, unknown> }[];
}
interface ProtoType {
  fromObject(from: object): unknown;
  verify(message: object): string | null;
  toObject(message: unknown, options: object): Logs;
}

describe('OpenTelemetry', () => {
  const { opentelemetry } = require('@opentelemetry/otlp-transformer/build/src/generated/root.js');
  const Logs: ProtoType = opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;

  /** Reads a body as a receiver does: every name and type has to be one of the protocol's. */
  const read = (body: string): LogRecord[] => {
    const parsed = JSON.parse(body) as Logs;
    const known = Logs.toObject(Logs.fromObject(parsed), { enums: Number, longs: String, bytes: String });
    // What the protocol does not know is dropped on the way; nothing was.
    expect(names(known)).toEqual(names(parsed));
    return known.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords));
  };
  const names = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(names)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.entries(value)
              .sort()
              .map(([key, part]) => [key, names(part)]),
          )
        : typeof value === 'object';
  const attribute = (record: LogRecord | undefined, key: string) =>
    Object.values(record?.attributes.find((each) => each.key === key)?.value ?? {})[0];

  test('is read as OTLP logs, with the GenAI and OpenInference names', async () => {
    await using receiver = await receive({ status: 200, body: '{"partialSuccess":{}}' });
    const events = await story();
    const settings = { address: receiver.url, bearer: 'b', words: true };
    expect(await sendTo('opentelemetry', about(events), settings)).toEqual({ kind: 'accepted' });
    const { path, headers, body } = only(receiver.got);
    expect(path).toBe('/v1/logs');
    expect(headers).toMatchObject({ 'content-type': 'application/json', authorization: 'Bearer b' });
    const [output, report, decision] = read(body);
    expect(output?.eventName).toBe('countersign.output.seen');
    expect(report).toMatchObject({ eventName: 'gen_ai.evaluation.result', severityNumber: 17 });
    expect(JSON.parse(body).resourceLogs[0].scopeLogs[0].logRecords[1].traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set([output, report, decision].map((record) => record?.traceId)).size).toBe(1);
    const expected = {
      'gen_ai.evaluation.name': 'countersign.report',
      'gen_ai.evaluation.score.label': 'critical',
      'gen_ai.evaluation.score.value': 25,
      'gen_ai.evaluation.explanation': 'wrong price',
      'gen_ai.provider.name': 'openai',
      'gen_ai.operation.name': 'chat',
      'annotations.0.annotation.annotator_kind': 'HUMAN',
      'annotations.0.annotation.identifier': reportId(1),
      'log.record.uid': events[1]?.id,
    };
    for (const [key, value] of Object.entries(expected)) expect(attribute(report, key), key).toEqual(value);
    expect(JSON.parse(String(attribute(report, 'annotations.0.annotation.metadata')))).toMatchObject({
      annotator: events[1]?.source,
    });
    expect(attribute(decision, 'gen_ai.evaluation.score.label')).toBe('escalate');
    expect(attribute(decision, 'gen_ai.evaluation.score.value')).toBeUndefined();
  });

  test('leaves words out unless asked', async () => {
    await using receiver = await receive();
    await sendTo('opentelemetry', about(await story()), { address: `${receiver.url}/v1/logs`, words: false });
    const { body, path } = only(receiver.got);
    expect(path).toBe('/v1/logs');
    expect(body).not.toMatch(/wrong price|Prices rise|because/);
  });

  test('takes records that the receiver rejected for rejected', async () => {
    const partialSuccess = { rejectedLogRecords: '1', errorMessage: 'attribute too long' };
    await using receiver = await receive({ status: 200, body: JSON.stringify({ partialSuccess }) });
    expect(await sendTo('opentelemetry', about(await story()), { address: receiver.url, words: false })).toEqual({
      kind: 'rejected',
      reason: 'attribute too long',
    });
  });

  test('does not take a page for an answer', async () => {
    await using receiver = await receive({ status: 200, body: '<!doctype html><title>App</title>' });
    const said = await sendTo('opentelemetry', about(await story()), { address: receiver.url, words: false });
    expect(said).toMatchObject({ kind: 'retry' });
  });

  test.each([
    ['1.5', 1_500],
    ['0.25', 250],
    ['3', 3_000],
  ])('waits as long as it is asked to: %s', async (header, atLeast) => {
    await using receiver = await receive({ status: 429, headers: { 'retry-after': header } });
    const said = await sendTo('opentelemetry', about(await story()), { address: receiver.url, words: false });
    expect(said).toMatchObject({ kind: 'retry' });
    expect('afterMs' in said ? said.afterMs : 0).toBeGreaterThanOrEqual(atLeast);
  });

  test('names providers of tools that there are', () => {
    const named = PROFILES.filter(({ id }) => modelProviderOf({ ...TRACE, tool: id }));
    expect(named.length).toBeGreaterThanOrEqual(12);
    // A colleague's client may call a tool as what every object answers to.
    expect(modelProviderOf({ ...TRACE, tool: 'constructor' })).toBeUndefined();
  });
});

describe('Langfuse', () => {
  const settings = { publicKey: 'pk-lf-1', environment: 'production', words: true };
  // Compiles only as long as what we send is what Langfuse's own client sends.
  const scores = (got: readonly { body: string }[]) =>
    got.map(({ body }): CreateScoreRequest => JSON.parse(body) as Score);

  test('gets scores with stable ids under the public key alone', async () => {
    await using receiver = await receive({ status: 200, body: '{"id":"x"}' });
    const [, report, decision] = about(await story());
    if (!report || !decision) throw new Error('the story has three parts');
    for (const item of [report, decision, report])
      expect(await sendTo('langfuse', [item], { ...settings, address: `${receiver.url}/` })).toEqual({
        kind: 'accepted',
      });
    for (const { method, path, headers } of receiver.got) {
      expect([method, path]).toEqual(['POST', '/api/public/scores']);
      expect(headers.authorization).toBe('Bearer pk-lf-1');
    }
    const all = scores(receiver.got);
    expect(all.map(({ name, value, dataType }) => [name, value, dataType])).toEqual([
      ['countersign_severity', 'critical', 'CATEGORICAL'],
      ['countersign_category', 'factual', 'CATEGORICAL'],
      ['output', 'The right price.', 'CORRECTION'],
      ['countersign_decision', 'escalate', 'CATEGORICAL'],
      ['countersign_severity', 'critical', 'CATEGORICAL'],
      ['countersign_category', 'factual', 'CATEGORICAL'],
      ['output', 'The right price.', 'CORRECTION'],
    ]);
    expect(all.slice(4)).toEqual(all.slice(0, 3));
    expect(new Set(all.map(({ traceId }) => traceId)).size).toBe(1);
    expect(all[0]).toMatchObject({ comment: 'wrong price', environment: 'production', metadata: { tool: 'chatgpt' } });
    for (const { name, traceId, sessionId } of all) {
      expect(name.length).toBeLessThanOrEqual(35);
      expect(traceId).toMatch(/^[0-9a-f]{32}$/);
      expect(sessionId).toBeUndefined();
    }
  });

  test('an amended or withdrawn report overwrites its own scores', async () => {
    await using receiver = await receive({ status: 200, body: '{"id":"x"}' });
    const events = [await seen(), await made(1), await amended(1), await withdrawn(1)];
    for (const item of about(events).slice(1)) await sendTo('langfuse', [item], { ...settings, address: receiver.url });
    const severities = scores(receiver.got).filter(({ name }) => name === 'countersign_severity');
    expect(new Set(severities.map(({ id }) => id)).size).toBe(1);
    expect(severities.map(({ value }) => value)).toEqual(['major', 'minor', 'withdrawn']);
  });

  test('the test writes nothing: an empty score is refused after the key was checked', async () => {
    await using receiver = await receive({ status: 400, body: '{"message":"Invalid request data"}' });
    expect(await testOf('langfuse', { ...settings, address: receiver.url })).toMatchObject({ ok: true });
    receiver.answer = { status: 401, body: '{"message":"Invalid public key"}' };
    expect(await testOf('langfuse', { ...settings, address: receiver.url })).toMatchObject({
      problem: 'token_refused',
    });
    expect(await testOf('langfuse', { ...settings, publicKey: 'sk-lf-1', address: receiver.url })).toMatchObject({
      problem: 'not_a_public_key',
    });
    expect(receiver.got).toHaveLength(2);
  });
});

test('every event of every kind is either sent or has nothing to say there', async () => {
  const events = sequenced([...(await story()), await made(2), await amended(2), await withdrawn(2)]);
  for (const kind of ['cloudevents', 'langfuse', 'opentelemetry', 'slack', 'teams']) {
    await using receiver = await receive();
    const settings = { address: receiver.url, webhook: receiver.url, publicKey: 'pk-1', mode: 'single', words: true };
    for (const item of about(events)) expect(await sendTo(kind, [item], settings), kind).toEqual({ kind: 'accepted' });
  }
});
