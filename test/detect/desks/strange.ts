/** Desks of constructions that nobody thought of while the finding of answers was written: all of them to test on. */
import type { DeskRow } from '../desks.ts';

const test = { split: 'test' } as const;

export const STRANGE_DESKS: readonly DeskRow[] = [
  { build: 'pressed', say: 'mixed', ...test },
  { build: 'pressed', say: 'oficina', ...test },
  { build: 'rerun', say: 'mixed', ...test },
  { build: 'rerun', say: 'kurz', ...test },
  { build: 'circuit', say: 'mixed', ...test },
  { build: 'circuit', say: 'werkstatt', ...test },
  { build: 'boxes', say: 'mixed', ...test },
  { build: 'boxes', say: 'français', ...test },

  { build: 'shell', say: 'mixed', ...test },
  { build: 'shell', say: 'lavoro', ...test },
  { build: 'loose', say: 'mixed', ...test },
  { build: 'loose', say: '手順', ...test },
  { build: 'review', say: 'mixed', ...test },
  { build: 'review', say: 'bottega', ...test },
  { build: 'drawn', say: 'mixed', ...test },
  { build: 'drawn', say: 'متجر', ...test },
  { build: 'painted', say: 'mixed', ...test },
  { build: 'painted', say: '사무실', ...test },

  { build: 'meeting', say: 'mixed', ...test },
  { build: 'meeting', say: 'short', ...test },
  { build: 'pane', say: 'rich', ...test },
  { build: 'pane', say: 'biuro', ...test },
  { build: 'ticket', say: 'mixed', ...test },
  { build: 'ticket', say: 'italiano', ...test },

  { build: 'nested', say: 'mixed', ...test },
  { build: 'nested', say: 'ufficio', ...test },
  { build: 'duel', say: 'mixed', ...test },
  { build: 'duel', say: 'हिन्दी', ...test },
  { build: 'shrinking', say: 'mixed', ...test },
  { build: 'shrinking', say: 'deutsch', ...test },
  { build: 'earlier', say: 'mixed', ...test },
  { build: 'earlier', say: 'short', ...test },

  { build: 'landing', say: 'mixed', ...test },
  { build: 'landing', say: 'werkstatt', ...test },
  { build: 'landing', say: 'lavoro', whole: true, title: 'Assistente IA', ...test },
  { build: 'lost', say: 'mixed', ...test },
  { build: 'lost', say: 'עברית', ...test },
  { build: 'at-once', say: 'mixed', ...test },
  { build: 'at-once', say: 'bottega', ...test },
  { build: 'aloud', say: 'mixed', ...test },
  { build: 'aloud', say: '中文', ...test },
  { build: 'plan', say: 'tools', hold: 3_200, ...test },
  { build: 'plan', say: 'ufficio', ...test },

  { build: 'in-type', say: 'rich', ...test },
  { build: 'in-type', say: 'bottega', ...test },
  { build: 'twice', say: 'mixed', ...test },
  { build: 'twice', say: '日本語', ...test },
  { build: 'as-card', say: 'mixed', ...test },
  { build: 'as-card', say: 'oficina', whole: true, title: 'Asistente', ...test },
];
