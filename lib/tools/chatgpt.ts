import type { ToolProfile } from './profile.ts';

/** Two generations of its page are live at once, sometimes side by side, so both are read together. */
export const chatgpt: ToolProfile = {
  id: 'chatgpt',
  name: 'ChatGPT',
  provider: 'openai',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['*.chatgpt.com', 'chat.openai.com'],
    markers: [
      '[data-turn="assistant"][data-testid^="conversation-turn-"]',
      '[data-testid^="conversation-turn-"] [data-message-author-role="assistant"]',
      '[data-message-author-role="assistant"][data-message-model-slug]',
      '[data-content-search-unit-key$=":assistant"] [data-markdown-text-style="assistant-message"]',
    ],
  },
  turn: [
    ':is([data-turn="assistant"], [data-content-search-unit-key$=":assistant"], [data-chatgpt-search-unit-key$=":assistant"])',
    '[data-testid^="conversation-turn-"]:has([data-message-author-role="assistant"])',
    '[data-message-author-role="assistant"]',
  ],
  prose: [':is(.markdown, [data-markdown-text-style="assistant-message"])'],
  // Image replies have no prose: all their text is the tool's own.
  proseRequired: true,
  exclude: [
    '.sr-only',
    '[data-conversation-role]',
    '[data-markdown-copy="exclude"]',
    '[data-testid="webpage-citation-pill"]',
    'pre .sticky',
    '.katex-mathml',
  ],
  user: [
    ':is([data-message-author-role="user"], [data-content-search-unit-key$=":user"], [data-chatgpt-search-unit-key$=":user"])',
  ],
  userText: ['.whitespace-pre-wrap', '[data-user-message-bubble]'],
  streaming: ['.result-streaming'],
  stop: ['[data-testid="stop-button"]', 'form[data-chatgpt-composer] button[aria-label="Stop"]'],
  model: [
    '[data-message-model-slug]@data-message-model-slug',
    '[data-testid="model-switcher-dropdown-button"]',
    'button[aria-label="Select ChatGPT model"]',
  ],
  messageId: ['data-message-id', 'data-turn-id', 'data-content-search-unit-key', 'data-chatgpt-search-unit-key'],
  conversation: ['/c/([0-9a-f-]{36})', '^/share/([^/?#]+)'],
  citations: ['[data-testid="webpage-citation-pill"] a'],
  exits: ['[data-testid="copy-turn-action-button"]'],
};
