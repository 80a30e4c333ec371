import type { ToolProfile } from './profile.ts';

export const grok: ToolProfile = {
  id: 'grok',
  name: 'Grok',
  provider: 'x_ai',
  checkedAt: '2026-11-22',
  match: { hosts: ['grok.com'], markers: ['[id^="response-"] .response-content-markdown'] },
  turn: [
    '[id^="response-"]:not(.items-end, [data-testid="user-message"], :has(.items-end .message-bubble, [data-testid="user-message"]))',
    '[data-testid="assistant-message"]',
  ],
  prose: ['.response-content-markdown', '.message-bubble'],
  exclude: ['.thinking-container', '.action-buttons', '.katex-mathml'],
  user: [':is([data-testid="user-message"], [id^="response-"].items-end)', '.items-end .message-bubble'],
  userText: ['.message-bubble'],
  stop: ['button[aria-label*="Stop"]'],
  model: ['#model-select-trigger'],
  messageId: ['id'],
  conversation: ['^/(?:c|chat|project/[^/]+/c)/([0-9a-f-]{8,})', '^/share/([^/?#]+)'],
};
