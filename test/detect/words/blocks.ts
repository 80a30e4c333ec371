/** Answers are written once as blocks; their Markdown, their plain form and the letters they must show derive from it. */

type Block =
  | { p: string }
  | { heading: string }
  | { list: readonly string[] }
  | { steps: readonly string[] }
  | { code: string; language: string };

export interface Exchange {
  prompt: string;
  answer: readonly Block[];
}

export type Format = 'markdown' | 'plain';

/** Paragraphs may carry `**bold**` and backticks; plain components get the words alone. */
function words(text: string): string {
  return text.replaceAll('**', '').replaceAll('`', '');
}

function markdownOf(block: Block): string {
  if ('p' in block) return block.p;
  if ('heading' in block) return `### ${block.heading}`;
  if ('list' in block) return block.list.map((item) => `- ${item}`).join('\n');
  if ('steps' in block) return block.steps.map((item, at) => `${at + 1}. ${item}`).join('\n');
  return `\`\`\`${block.language}\n${block.code}\n\`\`\``;
}

function plainOf(block: Block): string {
  if ('p' in block) return words(block.p);
  if ('heading' in block) return words(block.heading);
  if ('list' in block) return block.list.map((item) => `• ${words(item)}`).join('\n');
  if ('steps' in block) return block.steps.map((item, at) => `${at + 1}) ${words(item)}`).join('\n');
  return block.code;
}

/** What the model sends. */
export function source(answer: readonly Block[], format: Format): string {
  return answer.map(format === 'markdown' ? markdownOf : plainOf).join('\n\n');
}

/** The text a reader sees, white space folded. Numbers of Markdown lists are drawn by the browser, not part of the text. */
export function shown(answer: readonly Block[], format: Format): string {
  const blocks = answer.map((block) => {
    if (format === 'plain') return plainOf(block);
    if ('list' in block) return block.list.map(words).join('\n');
    if ('steps' in block) return block.steps.map(words).join('\n');
    return plainOf(block);
  });
  return fold(blocks.join('\n'));
}

export function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Letters and digits only: what stays the same whatever a renderer does with space, bullets and quotes. */
export function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Pieces as a model sends them: a few letters at a time, never cutting a character. */
export function tokens(text: string): string[] {
  return text.match(/\s*[^\s]{1,6}/gu) ?? [];
}
