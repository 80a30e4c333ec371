import type { ToolProfile } from './profile.ts';

export const nextchat: ToolProfile = {
  id: 'nextchat',
  name: 'NextChat',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['app.nextchat.club', 'app.nextchat.dev'],
    markers: ['[class*="chat_chat-message__"] [class*="chat_chat-message-item__"]'],
  },
  // With the two underscores of the build: everything inside a person's message begins with the same words.
  turn: ['[class*="chat_chat-message__"]:not([class*="chat_chat-message-user__"])'],
  prose: ['.markdown-body'],
  user: ['[class*="chat_chat-message-user__"]'],
  userText: ['.markdown-body'],
  streaming: ['[class*="chat_chat-message-status__"]'],
  model: ['[class*="chat_chat-model-name__"]'],
};
