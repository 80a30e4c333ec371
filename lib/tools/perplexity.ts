import type { ToolProfile } from './profile.ts';

export const perplexity: ToolProfile = {
  id: 'perplexity',
  name: 'Perplexity',
  provider: 'perplexity',
  checkedAt: '2026-11-22',
  match: { hosts: ['*.perplexity.ai'], markers: ['.prose [data-renderer="lm"]', '[data-pplx-citation]'] },
  // An answer can be several blocks of prose: the turn is what holds them all. Its id is gone from newer pages.
  turn: ['[id^="markdown-content-"]', ':has(> .has-inline-images)', '.prose:not([class*="group/query"] *)'],
  prose: ['.prose'],
  exclude: ['.citation', '.citation-nbsp', '[data-testid="code-language-indicator"]', '.katex-mathml'],
  user: ['[class*="group/query"]'],
  stop: ['button[aria-label^="Stop"]'],
  conversation: ['^/(?:search|page)/([^/?#]+)'],
  citations: [':is(a.citation, .citation a)'],
};
