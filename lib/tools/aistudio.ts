import type { ToolProfile } from './profile.ts';

export const aistudio: ToolProfile = {
  id: 'aistudio',
  name: 'Google AI Studio',
  provider: 'gcp.gemini',
  checkedAt: '2026-11-22',
  match: { hosts: ['aistudio.google.com', 'makersuite.google.com'], markers: ['ms-chat-turn'] },
  // The role is set late, and its case differs.
  turn: ['ms-chat-turn:is([data-turn-role="model" i], :has(.chat-turn-container.model, [data-turn-role="model" i]))'],
  prose: ['ms-cmark-node:not(ms-thought-chunk *)', 'ms-text-chunk:not(ms-thought-chunk *)'],
  proseRequired: true,
  exclude: ['ms-thought-chunk', '.katex-mathml'],
  user: ['ms-chat-turn:is([data-turn-role="user" i], :has(.chat-turn-container.user, [data-turn-role="user" i]))'],
  userText: ['ms-cmark-node', 'ms-text-chunk'],
  model: ['ms-model-selector', '.model-selector-card'],
  conversation: ['^/(?:u/\\d+/)?(?:app/)?prompts/(?!new_chat)([^/?#]+)'],
};
