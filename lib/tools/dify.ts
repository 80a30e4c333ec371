import type { ToolProfile } from './profile.ts';

export const dify: ToolProfile = {
  id: 'dify',
  name: 'Dify',
  checkedAt: '2026-11-22',
  match: { hosts: ['udify.app'], markers: ['.chat-answer-container .markdown-body'] },
  turn: ['.chat-answer-container'],
  prose: ['.markdown-body:not(details *)'],
  proseRequired: true,
  // Models write their thinking into a fold.
  exclude: ['details'],
  user: ['[data-testid="question-content"]', '.justify-end:has(.question-default-user-icon)'],
  userText: ['.markdown-body'],
};
