import type { ToolProfile } from './profile.ts';

export const characterAi: ToolProfile = {
  id: 'character-ai',
  name: 'Character.AI',
  checkedAt: '2026-11-22',
  match: { hosts: ['character.ai'] },
  turn: ['[data-testid="completed-message"]:not(.flex-row-reverse *)'],
  // Alternatives that were not chosen stay in the page as slides out of sight.
  exclude: ['.swiper-slide:not(.swiper-slide-visible)'],
  user: ['.flex-row-reverse [data-testid="completed-message"]'],
  conversation: ['^/chat/([0-9A-Za-z_-]{8,})'],
};
