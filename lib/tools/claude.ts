import type { ToolProfile } from './profile.ts';

export const claude: ToolProfile = {
  id: 'claude',
  name: 'Claude',
  provider: 'anthropic',
  checkedAt: '2026-11-22',
  match: { hosts: ['claude.ai'], markers: ['[data-is-streaming] .font-claude-response'] },
  // A document in the side panel is a turn of its own, and wears the answers' class.
  turn: [':is([data-is-streaming], #markdown-artifact)', '.font-claude-response'],
  // Thinking and tool steps wear the same class, in the first row of the grid whose second row holds the answer.
  // Without a second row, the first is the answer, once nothing is written any more.
  prose: [
    ':is(.standard-markdown, .progressive-markdown):not(:has(> .row-start-2) > .row-start-1:not(.row-start-2 *) *):not([data-is-streaming="true"] .row-start-1:not(.row-start-2 *) *)',
    '#markdown-artifact',
  ],
  proseRequired: true,
  exclude: ['.sr-only', '[class~="group/tag"]', '.text-text-500.font-small', '.katex-mathml'],
  user: ['[data-testid="user-message"]', '[data-user-message-bubble]'],
  streaming: ['[data-is-streaming="true"]'],
  stop: ['button[aria-label="Stop response"]'],
  model: ['[data-testid="model-selector-dropdown"]'],
  conversation: ['^/(?:chat|share)/([0-9a-f-]{36})'],
  citations: ['a[class~="group/tag"]'],
  exits: ['[data-testid="action-bar-copy"]'],
};
