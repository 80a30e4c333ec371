import type { ToolProfile } from './profile.ts';

export const duckAi: ToolProfile = {
  id: 'duck-ai',
  name: 'Duck.ai',
  checkedAt: '2026-11-22',
  match: { hosts: ['duck.ai', 'duckduckgo.com'] },
  turn: ['[id*="-assistant-message-"]:not([id^="heading-"])'],
  exclude: [
    '[id^="heading-"]',
    // The header with the model's name: no class of its own, only its place.
    '[id*="-assistant-message-"]:not([id*="-assistant-message-"] *) > :first-child:not(:has(p, li, pre, td))',
    '[data-streamdown="code-block-header"]',
    '[data-message-actions]',
  ],
  user: ['[data-testid="user-message"]'],
  stop: ['button[aria-label="Stop generating"]:not([disabled])'],
  model: ['[data-testid="model-picker-button"]'],
  messageId: ['id'],
};
