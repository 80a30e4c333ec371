import type { ToolProfile } from './profile.ts';

export const qwen: ToolProfile = {
  id: 'qwen',
  name: 'Qwen Chat',
  checkedAt: '2026-11-22',
  match: { hosts: ['*.qwen.ai'], markers: ['.qwen-chat-message-assistant'] },
  turn: ['.qwen-chat-message-assistant'],
  prose: ['.response-message-content.phase-answer', '.qwen-markdown:not([class*="qwen-chat-thinking"] *)'],
  proseRequired: true,
  exclude: ['[class*="qwen-chat-thinking"]', '[class*="action-control"]', '.katex-mathml'],
  user: ['.qwen-chat-message-user'],
  stop: ['.stop-button'],
  conversation: ['^/c/([0-9a-f-]{8,})'],
};
