import { describe, expect, test } from 'vitest';
import { askedFor, sourceAddressProblem } from '../../../lib/background/sources/address.ts';
import { fc } from '../property.ts';

const NOBODY = { granted: new Set<string>() };
const problem = (address: string) => sourceAddressProblem(askedFor(address, NOBODY), NOBODY);

describe('addresses that are asked for', () => {
  test.each([
    'https://example.com/a?b#c',
    'http://example.com/',
    'https://user:secret@example.com/',
    'https://93.184.216.34/',
    'https://[2606:4700::6810:84e5]/',
    'https://xn--bcher-kva.example.com/',
    'https://example.com./',
  ])('%s', (address) => {
    expect(problem(address)).toBeUndefined();
  });

  test.each([
    ...['127.0.0.1', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '0x7f000001', '0', '1', '10.1.2.3', '172.16.0.1'],
    ...[
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '192.0.2.1',
      '１２７.0.0.1',
    ],
    ...[
      '[::1]',
      '[::]',
      '[fe80::1]',
      '[fc00::1]',
      '[fd12::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::127.0.0.1]',
      '[ff02::1]',
    ],
    ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[2001:0:7f00:1::]', '[2001:db8::1]', '[fec0::1]'],
    ...[
      'localhost',
      'LOCALHOST',
      'localhost.',
      'a.localhost',
      'printer',
      'printer.',
      'nas.local',
      'nas.local.',
      'wiki.intranet',
    ],
    ...['db.internal', 'x.home.arpa', 'box.lan', 'a.corp', '1.0.0.127.in-addr.arpa', 'shop.onion'],
  ])('%s is none of them', (host) => {
    expect(problem(`https://${host}/`)).toBe('private');
    expect(problem(`http://${host}/`)).toBe('private');
  });

  test('neither is a port of its own, or another scheme', () => {
    expect(problem('https://example.com:8443/')).toBe('not_secure');
    expect(problem('http://example.com:8080/')).toBe('not_secure');
    expect(problem('ftp://example.com/')).toBe('not_secure');
  });

  test('credentials and fragments are left out, and what is not encrypted is asked for encrypted', () => {
    expect(askedFor('http://user:secret@example.com/a?b#c', NOBODY).href).toBe('https://example.com/a?b');
  });

  test('no IPv4 address of a private block passes, however it is written', () => {
    const blocks = [
      { start: 0x0a000000, bits: 24 },
      { start: 0x7f000000, bits: 24 },
      { start: 0xac100000, bits: 20 },
      { start: 0xc0a80000, bits: 16 },
      { start: 0xa9fe0000, bits: 16 },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...blocks), fc.nat(0xffffff), ({ start, bits }, rest) => {
        const value = start + (rest % 2 ** bits);
        for (const written of [`0x${value.toString(16)}`, `0${value.toString(8)}`, String(value)])
          expect(problem(`https://${written}/`)).toBe('private');
        const mapped = `::ffff:${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
        expect(problem(`https://[${mapped}]/`)).toBe('private');
      }),
    );
  });
});
