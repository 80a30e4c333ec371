import type { ToolProfile } from './profile.ts';

export const librechat: ToolProfile = {
  id: 'librechat',
  name: 'LibreChat',
  checkedAt: '2026-11-22',
  match: { hosts: [], markers: ['.message-render .agent-turn'] },
  turn: ['.message-render:has(.agent-turn)'],
  prose: ['.markdown.prose', '[data-testid="message-body"]'],
  exclude: ['.sr-only', '.katex-mathml'],
  user: ['.message-render:has(.user-turn)'],
  userText: ['[data-testid="message-body"]'],
  streaming: ['.result-streaming'],
  model: ['.agent-turn > h2'],
  messageId: ['id'],
  conversation: ['/c/([0-9a-f-]{36})'],
};
