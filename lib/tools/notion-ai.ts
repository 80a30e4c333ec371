import type { ToolProfile } from './profile.ts';

export const notionAi: ToolProfile = {
  id: 'notion-ai',
  name: 'Notion AI',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['*.notion.so', 'app.notion.com'],
    markers: ['[data-agent-chat-user-step-id]'],
  },
  // Answers are made of ordinary page blocks: only those that follow a prompt in the same list are AI text.
  turn: [':has(> [data-agent-chat-user-step-id]) ~ :has([data-block-id]):not(:has([data-agent-chat-user-step-id]))'],
  // Not what an opened "Thought" or "3 steps" shows.
  prose: ['[data-block-id]:not([aria-expanded][aria-controls] + *, [aria-expanded][aria-controls] + * *)'],
  proseRequired: true,
  exclude: ['[role="button"]'],
  user: ['[data-agent-chat-user-step-id]'],
  userText: ['[data-content-editable-leaf]'],
  stop: ['[data-testid="agent-stop-inference-button"]'],
  model: ['[data-testid="unified-chat-model-button"]'],
  conversation: ['[?&]t=([0-9a-fA-F]{32})'],
};
