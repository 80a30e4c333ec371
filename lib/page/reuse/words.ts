/** What is said of a text that comes from an output. */
import { i18n } from '#i18n';
import type { GateSaid } from '../../messages/to-background/gate.ts';
import type { Recognised } from '../../messages/to-background/reuse.ts';
import type { NoticeWords } from './notice-face.ts';

/** Day and month; the year only where it is another one. */
function dayOf(at: string): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(i18n.t('common.language'), { day: 'numeric', month: 'long', ...year }).format(date);
}

/** “AI text from Gemini, 3 May”, “Blocked”, “Wrong or invented fact”. */
export function wordsFor({ toolName, seenAt, status, wasApproved, mark, category, gate }: Recognised): NoticeWords {
  const plain = i18n.t(`status.${status}`);
  const label = mark ? `${plain} · ${i18n.t(`panel.gate.mark.${mark}`)}` : plain;
  return {
    from: i18n.t('reuse.from', { tool: toolName, day: dayOf(seenAt) }),
    status,
    label: category ? i18n.t('reuse.because', { status: label, reason: i18n.t(`category.${category}`) }) : label,
    why: heldBy(gate?.said) ?? (wasApproved ? i18n.t('reuse.edited') : i18n.t(`reuse.meaning.${status}`)),
    close: i18n.t('common.close'),
  };
}

/** What the gate of its process says, where it holds the text. */
function heldBy(said: GateSaid | undefined): string | undefined {
  if (said?.effect !== 'hold') return undefined;
  const title = said.rule === 'blocked' ? 'blocked' : said.rule === 'stopped' ? 'notAllowed' : 'held';
  return i18n.t('reuse.because', { status: i18n.t(`gate.title.${title}`), reason: said.process.name });
}
