/** All tool profiles, sorted by id. A new tool is a file and a line here. */
import { aistudio } from './aistudio.ts';
import { chainlit } from './chainlit.ts';
import { characterAi } from './character-ai.ts';
import { chatgpt } from './chatgpt.ts';
import { claude } from './claude.ts';
import { copilot } from './copilot.ts';
import { copilotStudio } from './copilot-studio.ts';
import { deepChat } from './deep-chat.ts';
import { deepseek } from './deepseek.ts';
import { dify } from './dify.ts';
import { duckAi } from './duck-ai.ts';
import { flowise } from './flowise.ts';
import { gemini } from './gemini.ts';
import { geminiCloudAssist } from './gemini-cloud-assist.ts';
import { googleAiMode } from './google-ai-mode.ts';
import { googleAiOverview } from './google-ai-overview.ts';
import { grok } from './grok.ts';
import { huggingchat } from './huggingchat.ts';
import { kimi } from './kimi.ts';
import { librechat } from './librechat.ts';
import { lumo } from './lumo.ts';
import { m365Copilot } from './m365-copilot.ts';
import { metaAi } from './meta-ai.ts';
import { mistral } from './mistral.ts';
import { n8nChat } from './n8n-chat.ts';
import { nextchat } from './nextchat.ts';
import { notebooklm } from './notebooklm.ts';
import { notionAi } from './notion-ai.ts';
import { openWebui } from './open-webui.ts';
import { perplexity } from './perplexity.ts';
import { poe } from './poe.ts';
import type { ToolProfile } from './profile.ts';
import { qwen } from './qwen.ts';
import { you } from './you.ts';
import { zAi } from './z-ai.ts';

export const PROFILES: readonly ToolProfile[] = [
  aistudio,
  chainlit,
  characterAi,
  chatgpt,
  claude,
  copilot,
  copilotStudio,
  deepChat,
  deepseek,
  dify,
  duckAi,
  flowise,
  gemini,
  geminiCloudAssist,
  googleAiMode,
  googleAiOverview,
  grok,
  huggingchat,
  kimi,
  librechat,
  lumo,
  m365Copilot,
  metaAi,
  mistral,
  n8nChat,
  nextchat,
  notebooklm,
  notionAi,
  openWebui,
  perplexity,
  poe,
  qwen,
  you,
  zAi,
];

/** Match patterns of all known tools, for the manifest. */
export function hostPatterns(): string[] {
  const hosts = PROFILES.flatMap(({ match }) => match.hosts);
  return [...new Set(hosts)].sort().map((host) => `https://${host}/*`);
}
