import type { ToolProfile } from './profile.ts';

export const metaAi: ToolProfile = {
  id: 'meta-ai',
  name: 'Meta AI',
  checkedAt: '2026-11-22',
  match: { hosts: ['*.meta.ai'] },
  turn: ['[data-testid="assistant-message"]'],
  prose: [':is(.markdown-content, .ur-markdown)'],
  exclude: ['[data-testid="thinking-status"]', '[data-testid="subagent-cot-list"]'],
  user: ['[data-message-type="user"]', '[data-message-item]:not(:has([data-testid="assistant-message"]))'],
  streaming: ['[data-streaming-state]:not([data-streaming-state="DONE"])'],
  stop: ['[data-testid="composer-stop-button"]'],
  conversation: ['^/prompt/([0-9a-f-]{8,})'],
};
