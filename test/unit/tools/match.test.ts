import { describe, expect, it } from 'vitest';
import { PROFILES } from '../../../lib/tools/index.ts';
import { hostMatches, profileByAddress } from '../../../lib/tools/match.ts';

const toolAt = (address: string): string | undefined => profileByAddress(PROFILES, new URL(address))?.id;

describe('hostMatches', () => {
  it('takes a plain host and nothing below it', () => {
    expect(hostMatches('claude.ai', 'claude.ai')).toBe(true);
    expect(hostMatches('claude.ai', 'www.claude.ai')).toBe(false);
  });

  it('takes a host and what is below it where the pattern begins with a wildcard', () => {
    expect(hostMatches('*.chatgpt.com', 'chatgpt.com')).toBe(true);
    expect(hostMatches('*.chatgpt.com', 'a.b.chatgpt.com')).toBe(true);
  });

  it.each(['evilchatgpt.com', 'chatgpt.com.evil.com', 'chatgpt.co', 'chatgpt.com.', 'chatgptxcom', ''])(
    'does not take %s for chatgpt.com',
    (host) => {
      expect(hostMatches('*.chatgpt.com', host)).toBe(false);
      expect(hostMatches('chatgpt.com', host)).toBe(false);
    },
  );
});

describe('profileByAddress', () => {
  it.each([
    ['https://chatgpt.com/c/1', 'chatgpt'],
    ['https://claude.ai/new', 'claude'],
    ['https://gemini.google.com/u/1/app/9f3ac1d27be04a11', 'gemini'],
    ['https://www.perplexity.ai/search/x', 'perplexity'],
    ['https://huggingface.co/chat', 'huggingchat'],
    ['https://huggingface.co/chat/conversation/66f0c2aa91d4', 'huggingchat'],
    ['https://www.google.com/search?q=duty&udm=50', 'google-ai-mode'],
    ['https://www.google.com/search?udm=50&q=duty', 'google-ai-mode'],
    ['https://www.google.it/search?q=dazi', 'google-ai-overview'],
  ])('reads %s as %s', (address, id) => {
    expect(toolAt(address)).toBe(id);
  });

  it.each([
    'https://evilchatgpt.com/c/1',
    'https://chatgpt.com.evil.com/c/1',
    'https://evil.com/chatgpt.com',
    'https://evil.com/?u=https://claude.ai/new',
    'https://claude.ai.evil.com/new',
    'https://notclaude.ai/new',
    'https://chatgpt.com@evil.com/c/1',
  ])('does not read the look-alike %s', (address) => {
    expect(toolAt(address)).toBeUndefined();
  });

  it.each([
    'https://huggingface.co/models',
    'https://huggingface.co/chatterbox',
    'https://www.google.com/maps',
    'https://www.google.com/search?q=duty&udm=2',
    'https://mail.google.com/mail',
    'https://teams.microsoft.com/v2',
  ])('leaves other pages of the same firm alone: %s', (address) => {
    expect(toolAt(address)).toBeUndefined();
  });
});
