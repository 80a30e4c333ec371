import type { ToolProfile } from './profile.ts';

export const copilot: ToolProfile = {
  id: 'copilot',
  name: 'Microsoft Copilot',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['copilot.microsoft.com', '*.copilot.com'],
    markers: ['[data-content="ai-message"]'],
  },
  turn: ['[data-content="ai-message"]', '[class*="group/ai-message"]'],
  prose: ['[class*="group/ai-message-item"]'],
  exclude: [
    '[data-content="ai-message"] > :is(h5, h6)',
    '.sr-only',
    '[data-testid="message-item-reactions"]',
    '[data-testid="loading-message"]',
  ],
  user: ['[data-content="user-message"]', '[class*="group/user-message"]'],
  streaming: ['[data-testid="loading-message"]'],
  stop: ['[data-testid="stop-button"]'],
  conversation: ['^/(?:chats|shares)/([0-9A-Za-z_-]{8,})'],
  exits: ['[data-testid="copy-ai-message-button"]'],
};
