import type { ToolProfile } from './profile.ts';

export const gemini: ToolProfile = {
  id: 'gemini',
  name: 'Gemini',
  provider: 'gcp.gemini',
  checkedAt: '2026-11-22',
  match: { hosts: ['gemini.google.com'], markers: ['model-response message-content'] },
  // Share pages show the text without a `model-response` around it.
  // A report or a document beside the conversation is a turn of its own.
  turn: [':is(model-response, #extended-response-markdown-content)', 'message-content'],
  prose: ['message-content:not(model-thoughts *)', '#extended-response-markdown-content'],
  proseRequired: true,
  exclude: [
    '.cdk-visually-hidden',
    'model-thoughts',
    'source-footnote',
    'sources-list',
    '.source-inline-chip-container',
    '.code-block-decoration',
    '.katex-mathml',
  ],
  user: ['user-query'],
  userText: ['.query-text'],
  streaming: ['[aria-busy="true"]'],
  stop: ['.send-button.stop'],
  model: ['[data-test-id="bard-mode-menu-button"]'],
  conversation: ['^/(?:u/\\d+/)?(?:app|gem/[^/]+)/([0-9a-f]{8,})', '^/share/([^/?#]+)'],
};
