/** What is said of a text that comes from an output. */
import { i18n } from '#i18n';
import type { Recognised } from '../../messages/to-background/reuse.ts';
import type { NoticeWords } from './notice-face.ts';

/** Day and month; the year only where it is another one. */
function dayOf(at: string): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(i18n.t('common.language'), { day: 'numeric', month: 'long', ...year }).format(date);
}

/** “AI text from Gemini, 3 May”, “Blocked”, “Wrong or invented fact”. */
export function wordsFor({ toolName, seenAt, status, category }: Recognised): NoticeWords {
  const label = i18n.t(`status.${status}`);
  return {
    from: i18n.t('reuse.from', { tool: toolName, day: dayOf(seenAt) }),
    status,
    label: category ? i18n.t('reuse.because', { status: label, reason: i18n.t(`category.${category}`) }) : label,
    why: i18n.t(`reuse.meaning.${status}`),
    close: i18n.t('common.close'),
  };
}
