/** Figures in the words and numbers of a document, in either language. */
import type { Figure } from '../../figures/figure.ts';
import { inBoth, type PolicyLanguage } from '../templates/template.ts';

/** Those that a review looks at, as the page of the figures calls them (`figures.name` in the locales). */
export const PACK_FIGURES: Readonly<Record<string, readonly [en: string, it: string]>> = {
  reviewed: ['Reviewed by people', 'Esaminati da persone'],
  acceptance: ['Usable as it stands', 'Usabili così come sono'],
  accepted: ['Accepted by rule', 'Accettati per regola'],
  defects: ['Defects per 1,000 texts', 'Difetti ogni 1.000 testi'],
  edited: ['Edited before use', 'Modificati prima dell’uso'],
  used: ['Used', 'Usati'],
  held: ['Held at the gate', 'Trattenuti al varco'],
  overrides: ['Passed without an approval', 'Passati senza approvazione'],
  overruled: ['Rule and people', 'La regola e le persone'],
  escalations: ['Escalations', 'Passaggi a chi ha più autorità'],
  punctual: ['Answered in time', 'Risposte in tempo'],
  waiting: ['Time to decision', 'Tempo fino alla decisione'],
  agreement: ['Agreement between reviewers', 'Accordo tra revisori'],
  lifted: ['Blocks lifted', 'Blocchi tolti'],
  coverage: ['Could be read', 'Leggibili'],
};

export interface FigureWords {
  nameOf(id: string): string;
  figureText(figure: Figure): string;
  number(value: number, most?: number): string;
  share(value: number): string;
  /** A time in hours, as people say it. */
  hours(value: number): string;
  /** `November 2026`. */
  monthText(month: string): string;
}

const HOUR_MS = 3_600_000;
const HOURS_OF_TWO_DAYS = 48;
const HOURS_OF_A_DAY = 24;

export function figureWords(language: PolicyLanguage): FigureWords {
  const t = inBoth(language);
  const number = (value: number, most = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: most }).format(value);
  const share = (value: number) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(value);
  const unit = (value: number, of: 'day' | 'hour' | 'minute', most: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: of,
      unitDisplay: 'long',
      maximumFractionDigits: most,
    }).format(value);
  const hours = (value: number) => {
    if (value >= HOURS_OF_TWO_DAYS) return unit(value / HOURS_OF_A_DAY, 'day', 1);
    return value >= 1 ? unit(value, 'hour', 1) : unit(value * 60, 'minute', 0);
  };
  const month = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const rateText = (rate: number, per: 1000 | undefined) =>
    per ? t(`${number(rate * per, 1)} per 1,000`, `${number(rate * per, 1)} ogni 1.000`) : share(rate);
  const figureText = (figure: Figure): string => {
    const n = number(figure.n);
    if (figure.kind === 'counts') return n;
    if (figure.kind === 'agreement') return figure.raw === undefined ? n : `${share(figure.raw)} (${n})`;
    if (figure.kind === 'time') return figure.median === undefined ? n : `${hours(figure.median / HOUR_MS)} (${n})`;
    const outOf = t(`${number(figure.count)} of ${n}`, `${number(figure.count)} su ${n}`);
    return figure.rate === undefined ? outOf : `${rateText(figure.rate, figure.per)} (${outOf})`;
  };
  return {
    ...{ number, share, hours, figureText },
    monthText: (of) => month.format(new Date(`${of}-01T00:00:00Z`)),
    nameOf(id) {
      const [en, it] = PACK_FIGURES[id] ?? [id, id];
      return t(en, it);
    },
  };
}
