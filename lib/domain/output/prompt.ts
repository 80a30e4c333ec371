/** How much of a prompt is kept: the policy says. */
import { hashText } from './hash.ts';
import type { OutputContent } from './output.ts';
import { shorten } from './text.ts';
import type { PromptKept } from './trace.ts';

/** Code points of a prompt that is kept shortened. */
const SHORT_PROMPT = 200;

/** An output's content with its prompt as the rule lets it be kept, and what then is kept of it. */
export async function keepPrompt(
  { prompt, ...content }: OutputContent,
  rule: PromptKept,
): Promise<{ content: OutputContent; promptKept?: PromptKept }> {
  if (prompt === undefined) return { content };
  if (rule === 'none') return { content, promptKept: rule };
  if (rule === 'hashed') return { content: { ...content, promptHash: await hashText(prompt) }, promptKept: rule };
  const short = shorten(prompt, SHORT_PROMPT);
  if (rule === 'full' || short === prompt) return { content: { ...content, prompt }, promptKept: 'full' };
  return { content: { ...content, prompt: short }, promptKept: rule };
}
