import type { ToolProfile } from './profile.ts';

export const m365Copilot: ToolProfile = {
  id: 'm365-copilot',
  name: 'Microsoft 365 Copilot',
  checkedAt: '2026-11-22',
  match: {
    // Teams and Outlook are not here: they are people's mail and chat. A policy can name them; the marker does the rest.
    hosts: ['m365.cloud.microsoft', 'copilot.cloud.microsoft', '*.m365copilot.com', 'www.microsoft365.com'],
    markers: ['.fai-CopilotMessage'],
  },
  turn: ['.fai-CopilotMessage', '[data-testid="copilot-message-div"]'],
  prose: ['[data-testid="markdown-reply"]', '.fai-CopilotMessage__content'],
  exclude: [
    '.fai-CopilotMessage__accessibleHeading',
    '.fai-CopilotMessage__actions',
    '.fai-BebopCitation',
    '.fai-Citation',
    '.fai-Reference',
  ],
  user: ['.fai-UserMessage', '[data-testid="chatQuestion"]'],
  userText: ['[data-testid="chatQuestion"]', '.fai-UserMessage__message'],
  streaming: ['[aria-busy="true"]'],
  stop: ['button[aria-label="Stop generating"]'],
  model: ['button[aria-label^="Model Selector"]'],
  conversation: ['^/chat/conversation/([^/?#]+)'],
  citations: [':is(.fai-BebopCitation, .fai-Citation, .fai-Reference)'],
};
