import type { ToolProfile } from './profile.ts';

/** A fork of Open WebUI. */
export const zAi: ToolProfile = {
  id: 'z-ai',
  name: 'Z.ai',
  checkedAt: '2026-11-22',
  match: { hosts: ['chat.z.ai'] },
  turn: ['[id^="message-"]:has(.chat-assistant)', '.chat-assistant'],
  prose: ['#response-content-container', '.markdown-prose .markdown-prose'],
  exclude: ['.thinking-chain-container', '.absolute.text-text-300', '.katex-mathml'],
  user: ['.chat-user'],
  userText: ['[data-expanded]'],
  messageId: ['id'],
  conversation: ['^/c/([0-9a-f-]{36})'],
};
