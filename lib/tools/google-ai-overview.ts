import type { ToolProfile } from './profile.ts';

export const googleAiOverview: ToolProfile = {
  id: 'google-ai-overview',
  name: 'Google AI Overview',
  provider: 'gcp.gemini',
  checkedAt: '2026-11-22',
  match: {
    hosts: ['www.google.com', 'www.google.co.uk', 'www.google.de', 'www.google.es', 'www.google.fr', 'www.google.it'],
    paths: ['^/search\\?(?!(?:.*&)?udm=)'],
  },
  turn: ['[data-mcpr]', '[data-subtree="mfc"]'],
  // Its label, the buttons and the cards of its sources; the sections of the answer have headings of a deeper level.
  exclude: ['h1', 'h2', '[role="heading"][aria-level="2"]', '[role="button"]', '[role="dialog"]', '[data-type="hovc"]'],
  user: ['textarea[name="q"]'],
};
