import type { ToolProfile } from './profile.ts';

export const googleAiMode: ToolProfile = {
  id: 'google-ai-mode',
  name: 'Google AI Mode',
  provider: 'gcp.gemini',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['www.google.com', 'www.google.co.uk', 'www.google.de', 'www.google.es', 'www.google.fr', 'www.google.it'],
    paths: ['^/search\\?(?:.*&)?udm=50(?:&|$)'],
    markers: ['[data-scope-id="turn"] [data-container-id="main-col"]'],
  },
  turn: ['[data-scope-id="turn"]'],
  prose: ['[data-container-id="main-col"]'],
  proseRequired: true,
  exclude: ['[role="button"]', '[role="dialog"]'],
  user: ['.sUKAcb', 'textarea[name="q"]'],
  citations: ['[data-container-id="rhs-col"] a'],
};
