import type { ToolProfile } from './profile.ts';

export const chatgpt: ToolProfile = {
  id: 'chatgpt',
  name: 'ChatGPT',
  provider: 'openai',
  checkedAt: '2026-11-22',
  match: { hosts: ['*.chatgpt.com', 'chat.openai.com'], markers: ['[data-message-author-role="assistant"]'] },
  turn: ['[data-turn="assistant"]', '[data-message-author-role="assistant"]'],
  prose: ['.markdown'],
  user: ['[data-message-author-role="user"]'],
};
