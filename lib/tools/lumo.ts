import type { ToolProfile } from './profile.ts';

export const lumo: ToolProfile = {
  id: 'lumo',
  name: 'Lumo',
  checkedAt: '2026-11-22',
  match: { hosts: ['lumo.proton.me'], markers: ['.lumo-chat-item[data-message-role]'] },
  turn: ['[data-message-role="assistant"]'],
  prose: ['.progressive-markdown-content'],
  proseRequired: true,
  exclude: ['.katex-mathml'],
  user: ['[data-message-role="user"]'],
  userText: ['.lumo-markdown'],
  messageId: ['data-message-id'],
  conversation: ['^/(?:u/\\d+/)?c/([^/?#]+)'],
};
