import { describe, expect, test } from 'vitest';
import { profileOfSite, readsAlike, siteIdOf } from '../../../lib/tools/learned.ts';
import type { ToolProfile } from '../../../lib/tools/profile.ts';
import { toolProfileSchema } from '../../../lib/tools/schema.ts';

const claimed: ToolProfile = {
  id: 'chatgpt',
  name: 'ChatGPT',
  provider: 'openai',
  checkedAt: '2026-11-22',
  match: { hosts: ['*.chatgpt.com'], paths: ['.*'], markers: ['body'] },
  turn: ['.bot'],
  user: ['.me'],
};

test('a learned profile cannot pass for a known tool, nor reach another site', () => {
  const kept = profileOfSite(claimed, 'chat.example.com');
  expect(kept).toEqual({
    id: 'chat-example-com',
    name: 'chat.example.com',
    checkedAt: '2026-11-22',
    match: { hosts: ['chat.example.com'] },
    turn: ['.bot'],
    user: ['.me'],
  });
});

describe('ids from hosts', () => {
  test.each([
    ['chat.example.com', 'chat-example-com'],
    ['127.0.0.1', '127-0-0-1'],
    ['localhost', 'localhost'],
    ['[::1]', '1'],
    ['xn--caf-dma.example', 'xn-caf-dma-example'],
    ['', 'site'],
  ])('%s gives %s', (host, id) => expect(siteIdOf(host)).toBe(id));

  test('a host named like a known tool does not take its id', () =>
    expect(siteIdOf('claude', new Set(['claude']))).toBe('claude-site'));

  test.each(['chat.example.com', 'localhost', '[::1]', '', `${'long-'.repeat(40)}name.example`])(
    'the profile of “%s” is one that the schema takes',
    (host) => expect(toolProfileSchema.safeParse(profileOfSite(claimed, host)).error).toBeUndefined(),
  );
});

test('profiles that differ only in their day read alike', () => {
  expect(readsAlike(claimed, { ...claimed, checkedAt: '2026-01-01' })).toBe(true);
  expect(readsAlike(claimed, { ...claimed, turn: ['.answer'] })).toBe(false);
});
