import type { ToolProfile } from './profile.ts';

export const chainlit: ToolProfile = {
  id: 'chainlit',
  name: 'Chainlit',
  checkedAt: '2026-11-22',
  match: {
    hosts: [],
    markers: ['[data-step-type="assistant_message"]', '[data-step-type="user_message"]', '#chainlit-copilot'],
  },
  shadowHosts: ['#chainlit-copilot'],
  turn: ['[data-step-type="assistant_message"]'],
  prose: ['.message-content'],
  user: ['[data-step-type="user_message"]'],
  userText: ['.message-content'],
  stop: ['#stop-button'],
  messageId: ['id'],
  conversation: ['/thread/([0-9a-f-]{36})'],
};
