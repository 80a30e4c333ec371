import type { ToolProfile } from './profile.ts';

export const geminiCloudAssist: ToolProfile = {
  id: 'gemini-cloud-assist',
  name: 'Gemini Cloud Assist',
  provider: 'gcp.gemini',
  checkedAt: '2026-11-22',
  match: { hosts: ['console.cloud.google.com'], markers: ['aic-agent-entry'] },
  turn: ['aic-agent-entry'],
  prose: ['.ai-markdown-artifact-renderer'],
  proseRequired: true,
  user: ['.aic-user-message'],
};
