import type { ToolProfile } from './profile.ts';

/** Bot Framework Web Chat, in which Copilot Studio agents are shown. Scripted and AI answers look the same in it. */
export const copilotStudio: ToolProfile = {
  id: 'copilot-studio',
  name: 'Copilot Studio',
  checkedAt: '2026-11-22',
  match: { hosts: ['copilotstudio.microsoft.com'], markers: ['.webchat__basic-transcript__activity'] },
  turn: ['.webchat__basic-transcript__activity:not(:has(.webchat__bubble--from-user))'],
  prose: ['.webchat__render-markdown', '.webchat__bubble__content'],
  // Typing dots and suggested actions are activities too.
  proseRequired: true,
  exclude: ['.webchat__screen-reader-activity', '.webchat__link-definitions'],
  user: ['.webchat__basic-transcript__activity:has(.webchat__bubble--from-user)'],
  userText: ['.webchat__bubble__content'],
  citations: ['.webchat__link-definitions a'],
};
