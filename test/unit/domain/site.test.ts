import { describe, expect, test } from 'vitest';
import { patternOf, patternTyped, siteOfPattern } from '../../../lib/domain/reading/site.ts';

describe('the site that a person typed', () => {
  test.each([
    ['chat.example.com', 'https://chat.example.com/*'],
    [' Chat.Example.COM ', 'https://chat.example.com/*'],
    ['chat.example.com/room?x=1', 'https://chat.example.com/*'],
    ['https://chat.example.com:8443/a', 'https://chat.example.com/*'],
    ['http://localhost:3000', 'http://localhost/*'],
    ['http://desk.localhost', 'http://desk.localhost/*'],
  ])('%s', (typed, pattern) => expect(patternTyped(typed)).toBe(pattern));

  test.each([
    '',
    '  ',
    'two words',
    'http://intranet.example',
    'file:///etc/hosts',
    'javascript://x',
    'https://',
    'chrome://settings',
  ])('“%s” is none that can be watched', (typed) => expect(patternTyped(typed)).toBeUndefined());
});

test('a pattern names a scheme and a host, and leads back to it', () => {
  const pattern = patternOf('https://chat.example.com:8443/room#1') ?? '';
  expect(pattern).toBe('https://chat.example.com/*');
  expect(siteOfPattern(pattern)).toBe('https://chat.example.com');
  expect(patternOf('about:blank')).toBeUndefined();
});
