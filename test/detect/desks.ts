/** Desks: chat pages in constructions of their own, some to train on and others, never the same, to test on. */
import type { Page } from 'playwright-core';
import type { LabelledPage } from './contract.ts';
import { STRANGE_DESKS } from './desks/strange.ts';
import { SAID } from './desks/words.ts';

export interface DeskRow {
  build: string;
  say: string;
  split: LabelledPage['split'];
  /** Answers come in one piece. */
  whole?: boolean;
  /** How long the machine waits for a tool, in ms. */
  hold?: number;
  /** What is asked is spoken: the page writes it into the field, and a click sends it. */
  spoken?: boolean;
  /** Exchanges of an earlier visit. */
  before?: number;
  title?: string;
  lang?: LabelledPage['lang'];
}

const train = { split: 'train' } as const;
const test = { split: 'test' } as const;

const DESKS: readonly DeskRow[] = [
  { build: 'bare-captions', say: 'mixed', ...train },
  { build: 'labelled', say: 'mixed', ...train },
  { build: 'labelled', say: 'italiano', ...train },
  { build: 'scrolled-table', say: 'mixed', ...train },
  { build: 'faces', say: 'rich', ...train },
  { build: 'faces', say: 'short', ...train },
  { build: 'quoted', say: 'rich', ...train },
  { build: 'stop-button', say: 'tools', hold: 5_000, ...train },
  { build: 'actions', say: 'tools', hold: 3_200, ...train },
  { build: 'step', say: 'tools', hold: 3_200, ...train },
  { build: 'opened', say: 'writes', ...train },
  { build: 'swapped', say: 'rich', ...train },
  { build: 'swapped', say: 'italiano', ...train },
  { build: 'bare', say: 'deutsch', ...train },
  { build: 'plain', say: 'short', ...train },

  { build: 'captions', say: 'mixed', before: 2, ...test },
  { build: 'captions', say: 'short', ...test },
  { build: 'listings', say: 'mixed', ...test },
  { build: 'listings', say: 'rich', before: 2, ...test },
  { build: 'grid-elements', say: 'mixed', ...test },
  { build: 'grid-divs', say: 'mixed', ...test },
  { build: 'alike', say: 'rich', before: 2, ...test },
  { build: 'alike', say: 'deutsch', ...test },
  { build: 'shortened', say: 'rich', ...test },
  { build: 'shortened', say: '日本語', ...test },
  { build: 'sides', say: 'rich', ...test },
  { build: 'sides', say: 'عربي', ...test },
  { build: 'ring', say: 'tools', hold: 8_000, ...test },
  { build: 'ring', say: 'short', ...test },
  { build: 'locked', say: 'tools', hold: 4_000, ...test },
  { build: 'silent', say: 'tools', hold: 3_200, ...test },
  { build: 'panel', say: 'writes', ...test },
  { build: 'editor', say: 'writes', ...test },
  { build: 'newest-first', say: 'mixed', ...test },
  { build: 'newest-first', say: 'short', ...test },
  { build: 'components', say: 'rich', ...test },
  { build: 'windowed', say: 'mixed', ...test },
  { build: 'wholesale', say: 'mixed', before: 2, ...test },
  { build: 'wholesale', say: 'rich', ...test },
  { build: 'captions', say: 'italiano', whole: true, title: 'AI desk', ...test },
  { build: 'listings', say: 'mixed', whole: true, title: 'Assistant', ...test },

  { build: 'slotted', say: 'rich', ...test },
  { build: 'slotted', say: 'italiano', ...test },
  { build: 'cards', say: 'mixed', ...test },
  { build: 'cards', say: '日本語', ...test },
  { build: 'utilities', say: 'mixed', ...test },
  { build: 'utilities', say: 'rich', ...test },
  { build: 'spoken', say: 'mixed', ...test },
  { build: 'spoken', say: 'عربي', ...test },
  { build: 'steps', say: 'tools', hold: 4_500, ...test },
  { build: 'thoughts', say: 'mixed', ...test },
  { build: 'thoughts', say: 'rich', ...test },
  { build: 'recycled', say: 'mixed', ...test },
  { build: 'canvas', say: 'writes', ...test },

  { build: 'alike', say: 'mixed', spoken: true, ...test },
  { build: 'material', say: 'rich', spoken: true, ...test },
  { build: 'slotted', say: 'short', spoken: true, ...test },

  { build: 'material', say: 'mixed', ...test },
  { build: 'material', say: 'italiano', ...test },
  { build: 'fading', say: 'mixed', ...test },
  { build: 'fading', say: 'short', ...test },
  { build: 'sourced', say: 'mixed', ...test },
  { build: 'sourced', say: 'rich', ...test },
  { build: 'sourced', say: 'deutsch', ...test },
  { build: 'versions', say: 'mixed', ...test },
  { build: 'versions', say: 'short', ...test },
  { build: 'bubbles', say: 'mixed', ...test },
  { build: 'bubbles', say: 'rich', ...test },
  { build: 'bubbles', say: 'italiano', ...test },
  { build: 'worktables', say: 'mixed', ...test },
  { build: 'worktables', say: 'rich', ...test },
  { build: 'days', say: 'mixed', ...test },
  { build: 'days', say: 'short', ...test },
  { build: 'tabs', say: 'rich', ...test },
  { build: 'tabs', say: '日本語', ...test },
  { build: 'listed', say: 'mixed', ...test },
  { build: 'listed', say: 'short', ...test },
  { build: 'reasons', say: 'mixed', ...test },
  { build: 'reasons', say: 'short', ...test },
  { build: 'acted', say: 'tools', hold: 3_200, ...test },
  { build: 'acted', say: 'mixed', ...test },
  { build: 'failed', say: 'mixed', ...test },
  { build: 'failed', say: 'italiano', ...test },
  { build: 'tidied', say: 'mixed', ...test },
  { build: 'pictured', say: 'rich', ...test },

  { build: 'right-to-left', say: 'עברית', ...test },
  { build: 'right-to-left', say: 'عربي', whole: true, title: 'AI', ...test },
  { build: 'sheet', say: 'mixed', ...test },
  { build: 'sheet', say: 'short', ...test },
  { build: 'titled', say: 'mixed', ...test },
  { build: 'titled', say: '中文', ...test },
  { build: 'fields', say: 'mixed', ...test },
  { build: 'fields', say: 'rich', ...test },
  { build: 'markup', say: 'mixed', before: 2, ...test },
  { build: 'markup', say: '中文', ...test },
  { build: 'round-table', say: 'mixed', ...test },
  { build: 'round-table', say: 'עברית', ...test },
  { build: 'calls', say: 'mixed', ...test },
  { build: 'calls', say: 'short', ...test },
  { build: 'side-log', say: 'mixed', ...test },
  { build: 'side-log', say: 'français', ...test },
  { build: 'drafts', say: 'mixed', ...test },
  { build: 'drafts', say: 'français', ...test },
  { build: 'bones', say: 'français', whole: true, title: 'Assistant IA', ...test },
  { build: 'bones', say: 'français', ...test },
  { build: 'components', say: 'tools', hold: 900, before: 2, ...test },
  { build: 'slotted', say: 'tools', hold: 900, before: 2, ...test },

  { build: 'folded', say: 'mixed', ...test },
  { build: 'folded', say: 'kurz', ...test },
  { build: 'raw', say: 'mixed', ...test },
  { build: 'raw', say: 'lavoro', ...test },
  { build: 'ledger', say: 'lavoro', ...test },
  { build: 'ledger', say: '手順', ...test },
  { build: 'musing', say: 'mixed', ...test },
  { build: 'musing', say: 'kurz', ...test },
  { build: 'again', say: 'mixed', ...test },
  { build: 'again', say: 'lavoro', ...test },
  { build: 'launcher', say: 'kurz', ...test },
  { build: 'launcher', say: 'mixed', ...test },
  { build: 'launcher', say: '手順', whole: true, title: 'Pallets', ...test },
  { build: 'sealed', say: 'lavoro', ...test },
  { build: 'sealed', say: '手順', ...test },
  { build: 'searched', say: 'mixed', ...test },
  { build: 'searched', say: 'lavoro', ...test },
  { build: 'suggested', say: 'kurz', ...test },
  { build: 'suggested', say: 'mixed', ...test },
  { build: 'mirrored', say: 'lavoro', ...test },
  { build: 'mirrored', say: '手順', ...test },
  { build: 'mirrored', say: 'kurz', whole: true, title: 'KI-Assistent', ...test },

  { build: 'added-up', say: 'ufficio', ...test },
  { build: 'added-up', say: 'kurz', ...test },
  { build: 'plugin', say: 'ufficio', ...test },
  { build: 'plugin', say: 'ufficio', whole: true, ...test },
  { build: 'plugin', say: 'short', ...test },
  { build: 'lumps', say: 'ufficio', title: 'Assistente virtuale', ...test },
  { build: 'lumps', say: 'mixed', title: 'Ask the AI desk', ...test },
  { build: 'single', say: 'ufficio', ...test },
  { build: 'single', say: 'mixed', ...test },
  { build: 'typewriter', say: 'ufficio', ...test },
  { build: 'typewriter', say: 'עברית', ...test },
  { build: 'counting', say: 'ufficio', ...test },
  { build: 'counting', say: 'short', ...test },
  { build: 'columns', say: 'ufficio', ...test },
  { build: 'columns', say: 'mixed', ...test },
  { build: 'ahead', say: 'ufficio', ...test },
  { build: 'ahead', say: '中文', ...test },
  { build: 'remarked', say: 'ufficio', ...test },
  { build: 'remarked', say: 'mixed', ...test },
  { build: 'dictated', say: 'ufficio', spoken: true, ...test },
  { build: 'dictated', say: 'short', spoken: true, ...test },

  { build: 'channel', say: 'mixed', title: 'Ask Depot', ...test },
  { build: 'channel', say: 'oficina', ...test },
  { build: 'mail', say: 'mixed', ...test },
  { build: 'mail', say: 'oficina', ...test },
  { build: 'margin', say: 'mixed', ...test },
  { build: 'margin', say: 'biuro', ...test },
  { build: 'together', say: 'mixed', ...test },
  { build: 'together', say: 'oficina', whole: true, title: 'Asistente de IA', ...test },
  { build: 'kept', say: 'mixed', ...test },
  { build: 'kept', say: 'biuro', ...test },
  { build: 'board', say: 'mixed', ...test },
  { build: 'board', say: '사무실', ...test },
  { build: 'choice', say: 'mixed', ...test },
  { build: 'choice', say: 'oficina', ...test },
  { build: 'turned-round', say: 'mixed', ...test },
  { build: 'turned-round', say: '사무실', ...test },
  { build: 'cells', say: 'rich', ...test },
  { build: 'cells', say: 'biuro', ...test },
  { build: 'in-blocks', say: 'mixed', ...test },
  { build: 'in-blocks', say: '사무실', ...test },
  { build: 'behind', say: 'mixed', ...test },
  { build: 'behind', say: 'oficina', whole: true, title: 'Pregunta a la IA', ...test },

  { build: 'ago', say: 'mixed', ...test },
  { build: 'ago', say: 'bottega', ...test },
  { build: 'parts', say: 'mixed', ...test },
  { build: 'parts', say: 'हिन्दी', ...test },
  { build: 'reused', say: 'mixed', ...test },
  { build: 'reused', say: 'werkstatt', ...test },
  { build: 'bars', say: 'rich', ...test },
  { build: 'bars', say: 'bottega', ...test },
  { build: 'settled', say: 'mixed', ...test },
  { build: 'settled', say: 'werkstatt', ...test },
  { build: 'chips', say: 'mixed', ...test },
  { build: 'chips', say: 'متجر', ...test },
  { build: 'accordions', say: 'tools', hold: 3_200, ...test },
  { build: 'accordions', say: 'bottega', ...test },
  { build: 'modal', say: 'mixed', ...test },
  { build: 'modal', say: 'kurz', whole: true, title: 'Ask AI', ...test },
  { build: 'rated', say: 'short', ...test },
  { build: 'rated', say: 'bottega', ...test },
  { build: 'branched', say: 'mixed', ...test },
  { build: 'branched', say: '手順', ...test },
  { build: 'team', say: 'mixed', ...test },
  { build: 'team', say: 'werkstatt', ...test },
  { build: 'handover', say: 'mixed', ...test },
  { build: 'handover', say: 'italiano', ...test },
  { build: 'inline', say: 'mixed', ...test },
  { build: 'inline', say: 'bottega', ...test },
  { build: 'overview', say: 'mixed', ...test },
  { build: 'overview', say: 'हिन्दी', ...test },
  { build: 'transcript', say: 'ufficio', spoken: true, ...test },
  { build: 'transcript', say: 'short', spoken: true, ...test },
  { build: 'composer', say: 'werkstatt', ...test },
  { build: 'composer', say: 'mixed', ...test },
  { build: 'rows', say: 'mixed', ...test },
  { build: 'rows', say: 'متجر', ...test },
  { build: 'pieces', say: 'werkstatt', ...test },
  { build: 'pieces', say: 'हिन्दी', whole: true, title: 'AI', ...test },
];

export const DESK_ENTRY: [string, string] = ['desks', 'desks/chat.ts'];

export const deskPages = (): LabelledPage[] => [...DESKS, ...STRANGE_DESKS].map(pageOf);

function pageOf({ build, say, split, whole, spoken, hold, before, title, lang = 'en' }: DeskRow): LabelledPage {
  const query = new URLSearchParams({ lang, build, say });
  if (whole) query.set('whole', '1');
  if (hold) query.set('hold', String(hold));
  if (before) query.set('before', String(before));
  if (title) query.set('title', title);
  return {
    id: `desk-${build}.${say}${whole ? '.whole' : ''}${spoken ? '.spoken' : ''}`,
    kind: 'component',
    component: `desk ${build}`,
    path: `/desks/?${query}`,
    lang,
    streaming: !whole,
    split,
    drive: (page) =>
      converse(
        page,
        (SAID[say] ?? []).map(({ asks }) => asks),
        spoken,
      ),
    truth: (page) => page.evaluate(() => window.__detect.read()),
  };
}

/** A question of several paragraphs is pasted, a short one is typed. */
async function converse(page: Page, prompts: readonly string[], spoken = false): Promise<void> {
  const field = page.locator('.ask textarea');
  for (const [at, prompt] of prompts.entries()) {
    await field.click();
    if (spoken)
      await field.evaluate((textarea, text) => {
        (textarea as HTMLTextAreaElement).value = text;
      }, prompt);
    else if (prompt.includes('\n')) await page.keyboard.insertText(prompt);
    else await page.keyboard.type(prompt, { delay: 4 });
    if (spoken) await page.locator('.ask .send').click();
    else await page.keyboard.press('Enter');
    await page.waitForFunction((done) => window.__detect.done > done, at, { timeout: 120_000 });
  }
}
