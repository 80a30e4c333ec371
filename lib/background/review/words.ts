/** How much of a stratum people review, in a sentence for pages: they get words, never the record. */
import { i18n } from '#i18n';
import { reviewSaid, statedSaid } from '../../domain/review/said.ts';

export function reviewWords(...asked: Parameters<typeof reviewSaid>): string | undefined {
  const said = reviewSaid(...asked);
  if (!said) return undefined;
  const { kind, values, defectAt } = said;
  const day = new Intl.DateTimeFormat(i18n.t('common.language'), { dateStyle: 'medium' });
  return i18n.t(`review.${kind}`, { ...values, when: defectAt ? day.format(new Date(defectAt)) : '' });
}

/** What the tool said of how sure it is, in a sentence; nothing where it said nothing. */
export function statedWords(...asked: Parameters<typeof statedSaid>): string | undefined {
  const stated = statedSaid(...asked);
  if (!stated) return undefined;
  const percent = new Intl.NumberFormat(i18n.t('common.language'), { style: 'percent', maximumFractionDigits: 2 });
  return i18n.t(`stated.${stated.kind}`, { said: stated.said, limit: percent.format(stated.limit) });
}
