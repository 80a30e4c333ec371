import { describe, expect, test } from 'vitest';
import { classifySender } from '../../../lib/messages/sender.ts';
import { MESSAGES } from '../../../lib/messages/to-background/index.ts';

const profile = {
  id: 'site',
  name: 'chat.example.com',
  checkedAt: '2026-11-22',
  match: { hosts: [], markers: ['.bot'] },
  turn: ['.bot'],
  user: ['.me'],
};
const accepts = (handed: object) => MESSAGES['detector.learn'].body().safeParse(handed).success;

describe('what a page hands over as learned', () => {
  test('is taken where it is a profile', () => {
    expect(accepts({ profile, evidence: ['evidence:grew'], found: 0 })).toBe(true);
  });

  test.each([
    ['a selector as long as a book', { profile: { ...profile, turn: ['a'.repeat(501)] } }],
    ['more selectors than anybody reads', { profile: { ...profile, turn: Array(13).fill('.bot') } }],
    ['a field that profiles do not have', { profile: { ...profile, script: 'x' } }],
    ['words of the page as evidence', { evidence: ['<b>trust me</b>'] }],
    ['evidence without end', { evidence: Array(41).fill('evidence:grew') }],
    ['a count that is none', { found: -1 }],
    ['the origin that it would like to have', { origin: 'https://bank.example' }],
  ])('%s is refused', (_, change) => {
    expect(accepts({ profile, evidence: [], found: 0, ...change })).toBe(false);
  });
});

describe('whose origin it is, the browser says', () => {
  const ID = 'abcdefghijklmnopabcdefghijklmnop';
  const from = (sender: object) => classifySender({ id: ID, tab: { id: 1 }, frameId: 0, ...sender }, ID, [])?.origin;
  test.each([
    [
      'the frame’s own',
      { url: 'https://chat.example.com/a', origin: 'https://chat.example.com' },
      'https://chat.example.com',
    ],
    [
      'that of the page around an empty frame',
      { url: 'about:blank', origin: 'https://chat.example.com' },
      'https://chat.example.com',
    ],
    [
      'read from the address where the browser gives none',
      { url: 'https://chat.example.com:8443/a' },
      'https://chat.example.com:8443',
    ],
    ['none where it is opaque', { url: 'about:srcdoc', origin: 'null' }, undefined],
  ])('%s', (_, sender, origin) => expect(from(sender)).toBe(origin));
});
