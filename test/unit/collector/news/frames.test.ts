/** What a NATS server says, however it comes in pieces; and what is no NATS server. */
import { describe, expect, test } from 'vitest';
import { natsAddress } from '../../../../collector/news/nats-address.ts';
import { createFrames, type NatsFrame } from '../../../../collector/news/nats-frames.ts';
import { newsPlaceOf } from '../../../../collector/news/news.ts';
import { fc } from '../../property.ts';

const frame = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }).map((text): [string, NatsFrame] => {
    return [`MSG a.b 1 ${Buffer.byteLength(text)}\r\n${text}\r\n`, { kind: 'message', text }];
  }),
  fc.constantFrom<[string, NatsFrame]>(
    ['PING\r\n', { kind: 'ping' }],
    ['PONG\r\n', { kind: 'pong' }],
    ['+OK\r\n', { kind: 'ok' }],
    ['INFO {"tls_required":true}\r\n', { kind: 'info', tlsRequired: true }],
    ['INFO {}\r\n', { kind: 'info', tlsRequired: false }],
    ["-ERR 'Authorization Violation'\r\n", { kind: 'refused', reason: 'Authorization Violation' }],
    ['MSG a 1 b 2\r\n\r\n\r\n', { kind: 'message', text: '\r\n' }],
  ),
);

describe('frames', () => {
  test('are the same however they come in pieces', () => {
    const cuts = fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 10 }), cuts, (all, sizes) => {
        const bytes = Buffer.from(all.map(([text]) => text).join(''));
        const take = createFrames();
        const got: NatsFrame[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn++) {
          const size = (sizes[turn % sizes.length] ?? 0) + 1;
          got.push(...take(bytes.subarray(at, at + size)));
          at += size;
        }
        expect(got).toEqual(all.map(([, meant]) => meant));
      }),
    );
  });

  test.each([
    ['another protocol', 'HTTP/1.1 400 Bad Request\r\n'],
    ['a line without an end', 'x'.repeat(70_000)],
    ['a message that is too long', 'MSG a 1 999999999\r\n'],
    ['nothing of itself', 'INFO nothing\r\n'],
  ])('%s is no NATS server', (_what, text) => {
    expect(() => createFrames()(Buffer.from(text))).toThrow(TypeError);
  });
});

describe('what --live says', () => {
  test.each([
    ['nats://host', { host: 'host', port: 4222, tls: false, identity: {} }],
    ['tls://a:b%40c@host:1', { host: 'host', port: 1, tls: true, identity: { user: 'a', pass: 'b@c' } }],
    ['nats://secret@[::1]:2', { host: '::1', port: 2, tls: false, identity: { auth_token: 'secret' } }],
    ['http://host', undefined],
    ['nats://', undefined],
  ])('%s', (text, address) => expect(natsAddress(text)).toEqual(address));

  test('names one of four ways', () => {
    const kinds = ['notify', 'poll', 'postgres://h/d', 'nats://h', 'pigeon', 'postgres://'].map(newsPlaceOf);
    expect(kinds.map((place) => place?.kind)).toEqual(['notify', 'poll', 'postgres', 'nats', undefined, 'postgres']);
  });
});
