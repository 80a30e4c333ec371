import type { ToolProfile } from './profile.ts';

export const kimi: ToolProfile = {
  id: 'kimi',
  name: 'Kimi',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['*.kimi.com', 'kimi.moonshot.cn'],
    markers: ['.segment-assistant .markdown-container', '.chat-content-item-assistant .markdown'],
  },
  turn: ['.chat-content-item-assistant', '.segment-assistant'],
  // Reasoning and tool calls stand in the turn, ahead of the reply.
  prose: ['.markdown:not(.thinking-container *, .toolcall-container *)'],
  proseRequired: true,
  exclude: ['.thinking-container', '.toolcall-container', '.segment-code-header', '.table-actions'],
  user: ['.chat-content-item-user', '.segment-user'],
  userText: ['.user-content'],
  stop: ['.send-button-container.stop'],
  conversation: ['^/chat/([0-9a-z-]{8,})'],
};
