import type { ToolProfile } from './profile.ts';

export const deepseek: ToolProfile = {
  id: 'deepseek',
  name: 'DeepSeek',
  provider: 'deepseek',
  checkedAt: '2026-11-22',
  match: { hosts: ['chat.deepseek.com'], markers: ['.ds-message .ds-markdown'] },
  turn: ['[data-virtual-list-item-key]:has(.ds-markdown)', '.ds-message:has(.ds-markdown)'],
  // Reasoning is markdown too.
  prose: ['.ds-markdown:not(.ds-think-content *)'],
  proseRequired: true,
  exclude: ['.ds-think-content', '.md-code-block-banner', '.ds-markdown-cite', '.katex-mathml'],
  user: ['.ds-message:not(:has(.ds-markdown))'],
  streaming: ['.ds-loading'],
  messageId: ['data-virtual-list-item-key'],
  conversation: ['^/a/chat/s/([0-9a-f-]{36})'],
};
