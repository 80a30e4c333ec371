import { describe, expect, test } from 'vitest';
import type { ToolsSection } from '../../../lib/domain/policy/policy.ts';
import { isWatchedHost, listProfiles, profilesRead } from '../../../lib/tools/in-force.ts';
import { PROFILES } from '../../../lib/tools/index.ts';
import { profileByAddress } from '../../../lib/tools/match.ts';

const IN_HOUSE = {
  id: 'in-house',
  name: 'In-house desk',
  checkedAt: '2026-11-22',
  match: { hosts: ['chatgpt.com'] },
  turn: ['.desk-answer'],
  user: ['.desk-question'],
};
const listed = (tools?: ToolsSection, off: string[] = []) => listProfiles(PROFILES, tools, new Set(off));
const one = (id: string, tools?: ToolsSection, off?: string[]) =>
  listed(tools, off).find(({ profile }) => profile.id === id);

test('without a policy the known profiles are in force as they are', () => {
  expect(profilesRead(listed())).toEqual(PROFILES);
});

test('what the policy adds comes first, so that its host wins over a known one', () => {
  const read = profilesRead(listed({ add: [IN_HOUSE] }));
  expect(read).toHaveLength(PROFILES.length + 1);
  expect(profileByAddress(read, new URL('https://chatgpt.com/c/1'))?.id).toBe('in-house');
});

describe('a patch', () => {
  test('takes the place of the fields it names and of no other', () => {
    const before = PROFILES.find(({ id }) => id === 'chatgpt');
    const after = one('chatgpt', { patch: { chatgpt: { turn: ['.new'], match: { hosts: ['chat.acme.example'] } } } });
    expect(after).toEqual({
      origin: 'patched',
      profile: { ...before, turn: ['.new'], match: { ...before?.match, hosts: ['chat.acme.example'] } },
    });
  });

  test('takes away what it sets to null, also in what it matches', () => {
    const after = one('chatgpt', { patch: { chatgpt: { streaming: null, match: { markers: null } } } });
    expect(after?.profile).not.toHaveProperty('streaming');
    expect(after?.profile.match).not.toHaveProperty('markers');
    expect(after?.profile.match.hosts).toContain('*.chatgpt.com');
  });
});

describe('switched off', () => {
  test('the policy has the last word over the user', () => {
    expect(one('poe', { off: ['poe'] }, ['poe'])?.off).toBe('policy');
    expect(one('poe', {}, ['poe'])?.off).toBe('user');
    expect(one('poe', {}, ['*'])?.off).toBe('user');
    expect(profilesRead(listed({ off: ['poe'] }, ['claude'])).map(({ id }) => id)).not.toContain('poe');
  });

  test('also a profile of the policy itself', () => {
    expect(one('in-house', { add: [IN_HOUSE] }, ['in-house'])?.off).toBe('user');
  });
});

test('hosts to be watched by evidence', () => {
  const tools = { watch: ['*.acme.example', 'localhost'] };
  expect(isWatchedHost(tools, 'chat.acme.example')).toBe(true);
  expect(isWatchedHost(tools, 'localhost')).toBe(true);
  expect(isWatchedHost(tools, 'acme.example.com')).toBe(false);
  expect(isWatchedHost(undefined, 'localhost')).toBe(false);
});
