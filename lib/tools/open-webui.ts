import type { ToolProfile } from './profile.ts';

export const openWebui: ToolProfile = {
  id: 'open-webui',
  name: 'Open WebUI',
  checkedAt: '2026-11-22',
  match: { hosts: [], markers: ['#messages-container .chat-assistant'] },
  turn: ['[id^="message-"]:has(.chat-assistant)', '.chat-assistant'],
  prose: ['#response-content-container', '.chat-assistant'],
  // Reasoning and tool calls fold into a block that begins with a line to click on.
  exclude: [':has(> .cursor-pointer > .font-medium.justify-between)', '.absolute.text-text-300', '.katex-mathml'],
  user: ['.chat-user'],
  messageId: ['id'],
  conversation: ['/c/([0-9a-f-]{36})'],
};
