import type { ToolProfile } from './profile.ts';

export const n8nChat: ToolProfile = {
  id: 'n8n-chat',
  name: 'n8n Chat',
  checkedAt: '2026-11-22',
  match: { hosts: [], markers: ['.n8n-chat .chat-messages-list'] },
  // What stands before the first question is the site owner's greeting.
  turn: ['.chat-message-from-user ~ .chat-message-from-bot:not(.chat-message-typing)'],
  prose: ['.chat-message-markdown'],
  proseRequired: true,
  user: ['.chat-message-from-user'],
  userText: ['.chat-message-markdown'],
  stop: ['.chat-message-typing'],
};
