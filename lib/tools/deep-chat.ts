import type { ToolProfile } from './profile.ts';

export const deepChat: ToolProfile = {
  id: 'deep-chat',
  name: 'Deep Chat',
  checkedAt: '2026-11-22',
  match: { hosts: [], markers: ['deep-chat'] },
  shadowHosts: ['deep-chat'],
  // The introduction is written by the site's owner.
  turn: ['.deep-chat-outer-container-role-ai:not(.deep-chat-intro)'],
  prose: ['.message-bubble:not(.deep-chat-loading-message-bubble, .error-message-text)'],
  proseRequired: true,
  exclude: ['.deep-chat-button', '.deep-chat-suggestion-button'],
  user: ['.deep-chat-outer-container-role-user'],
  userText: ['.message-bubble'],
  streaming: ['.streamed-message', '.deep-chat-loading-message-bubble'],
  stop: ['#stop-icon'],
};
