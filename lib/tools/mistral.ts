import type { ToolProfile } from './profile.ts';

export const mistral: ToolProfile = {
  id: 'mistral',
  name: 'Le Chat',
  provider: 'mistral_ai',
  checkedAt: '2026-11-22',
  match: { hosts: ['chat.mistral.ai'], markers: ['[data-message-part-type="answer"]'] },
  turn: ['[data-message-author-role="assistant"]'],
  // Thinking is another part type.
  prose: ['[data-message-part-type="answer"]'],
  proseRequired: true,
  exclude: ['[data-testid="code-block"] .sticky', '.rich-table-title-bar', '.katex-mathml'],
  user: ['[data-message-author-role="user"]'],
  userText: ['.select-text'],
  stop: ['form:has(rect[rx="2"])'],
  messageId: ['data-message-id'],
  conversation: ['^/chat/([0-9a-f-]{36})'],
};
