import type { ToolProfile } from './profile.ts';

export const notebooklm: ToolProfile = {
  id: 'notebooklm',
  name: 'NotebookLM',
  provider: 'gcp.gemini',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['notebooklm.google.com', 'notebook.google.com'],
    markers: ['chat-message .to-user-container'],
  },
  // "To user" is the AI, "from user" the person.
  turn: ['.to-user-container'],
  prose: ['.message-text-content'],
  exclude: ['.citation-marker', 'chat-actions', 'mat-icon'],
  user: ['.from-user-container'],
  userText: ['.message-text-content'],
  conversation: ['^/notebook/([0-9a-f-]{36})'],
};
