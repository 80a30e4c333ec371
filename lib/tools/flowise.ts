import type { ToolProfile } from './profile.ts';

export const flowise: ToolProfile = {
  id: 'flowise',
  name: 'Flowise',
  checkedAt: '2026-11-22',
  match: { hosts: [], markers: ['flowise-chatbot', 'flowise-fullchatbot'] },
  shadowHosts: ['flowise-chatbot', 'flowise-fullchatbot'],
  turn: ['.host-container'],
  prose: ['.chatbot-host-bubble'],
  proseRequired: true,
  user: ['.guest-container'],
  userText: ['.chatbot-guest-bubble'],
};
