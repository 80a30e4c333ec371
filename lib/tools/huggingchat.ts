import type { ToolProfile } from './profile.ts';

export const huggingchat: ToolProfile = {
  id: 'huggingchat',
  name: 'HuggingChat',
  checkedAt: '2026-11-22',
  match: { hosts: ['huggingface.co'], paths: ['^/chat(?:[/?]|$)'] },
  turn: ['[data-message-role="assistant"]'],
  prose: ['.prose'],
  exclude: ['[data-exclude-from-copy]'],
  user: ['[data-message-type="user"]'],
  stop: ['.stop-generating-btn', 'button[aria-label="Stop generating"]'],
  messageId: ['data-message-id'],
  conversation: ['^/chat/conversation/([0-9a-f]{8,})'],
};
