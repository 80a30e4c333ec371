/** How much of a stratum people review, in a sentence for pages: they get words, never the record. */
import { i18n } from '#i18n';
import { reviewSaid } from '../../domain/review/said.ts';

export function reviewWords(...asked: Parameters<typeof reviewSaid>): string | undefined {
  const said = reviewSaid(...asked);
  if (!said) return undefined;
  const { kind, values, defectAt } = said;
  const day = new Intl.DateTimeFormat(i18n.t('common.language'), { dateStyle: 'medium' });
  return i18n.t(`review.${kind}`, { ...values, when: defectAt ? day.format(new Date(defectAt)) : '' });
}
