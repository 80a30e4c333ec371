/** What an event is about, in other systems' terms. */
import { standsUnder } from '../domain/json.ts';
import { sha256 } from '../domain/output/hash.ts';
import type { Output } from '../domain/output/output.ts';
import type { Trace } from '../domain/output/trace.ts';
import type { Outgoing } from './target.ts';

/** Makers of the models behind our tools, by the names of OpenTelemetry's `gen_ai.provider.name`. */
const PROVIDERS: Record<string, string> = {
  aistudio: 'gcp.gemini',
  chatgpt: 'openai',
  claude: 'anthropic',
  deepseek: 'deepseek',
  gemini: 'gcp.gemini',
  'gemini-cloud-assist': 'gcp.gemini',
  'google-ai-mode': 'gcp.gemini',
  'google-ai-overview': 'gcp.gemini',
  grok: 'x_ai',
  mistral: 'mistral_ai',
  notebooklm: 'gcp.gemini',
  perplexity: 'perplexity',
};

/** The provider of a tool whose maker is its model's; tools that offer many models have none. */
export const modelProviderOf = ({ tool }: Trace): string | undefined => standsUnder(PROVIDERS, tool);

/** The trace and the id of the output that an event is about, as far as they are known here. */
export function knownTraceOf({ event, output }: Outgoing): { outputId?: string; trace?: Trace } {
  if (event.type === 'countersign.output.seen.v1') return event.data.facts;
  return output ?? {};
}

/**
 * Ids of the trace and span that an output stands for elsewhere (W3C Trace Context: 32 and 16 hex digits). They follow
 * from the output alone, so that all targets, browsers and retries name the same one.
 */
export async function traceIds(item: Outgoing): Promise<{ traceId: string; spanId: string }> {
  const { outputId = '' } = knownTraceOf(item);
  const digest = (await sha256(`${outputId}|${item.event.subject}`)).slice('sha256:'.length);
  return { traceId: digest.slice(0, 32), spanId: digest.slice(32, 48) };
}

/** The address of the page, where it is one that can be linked to. */
export function pageLinkOf(output: Output | undefined): string | undefined {
  const url = output?.trace.pageUrl ?? '';
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined;
}
