import type { ToolProfile } from './profile.ts';

export const you: ToolProfile = {
  id: 'you',
  name: 'You.com',
  checkedAt: '2026-11-22',
  match: { hosts: ['you.com'], markers: ['[data-testid^="youchat-answer-turn-"]'] },
  turn: ['[data-testid^="youchat-answer-turn-"]'],
  exclude: [
    '[data-testid="youchat-web-results-panel"]',
    '[data-testid$="-you-chat-updates"]',
    '[data-testid^="step-"]',
  ],
  user: ['[data-testid^="youchat-question-turn-"]'],
  streaming: ['[data-testid^="step-"][data-finished="false"]'],
  stop: ['[data-testid="stop-generating-button"]'],
  messageId: ['data-pinnedconversationturnid'],
  conversation: ['[?&]cid=([0-9A-Za-z_-]{8,})'],
};
