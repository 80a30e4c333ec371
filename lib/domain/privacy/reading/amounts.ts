/** What says that digits are an amount. */
import { type Plain, plainWordsOf } from './plain.ts';

/** Coins and measures behind a number; bounded, since it is read at the end of a number only. */
const UNIT_BEHIND =
  /^ ?(?:[€$£¥%‰°]|(?:eur|euro|euros|usd|chf|gbp|dollars?|dollari|franken|byte|bytes|[kmgt]i?b|km|kg|g|mg|m|cm|mm|m2|mq|ml|l|lt|t|s|ms|sec|secondi|seconds|min|kwh|mwh|hz|khz|mhz|ghz|px|pezzi|pz|pcs|pieces|units?|unità|stück|abitanti|inhabitants|einwohner|people|persone|views|visualizzazioni|followers?|righe|rows|records?|token|tokens|steps|utenti|users|copie|copies|milioni|million|millions|mila|thousand)(?![\p{L}])|[元円人件次个个])/iu;

/** Whether digits are so many of something. */
export function isAmount(plain: Plain, start: number, end: number): boolean {
  if (UNIT_BEHIND.test(plainWordsOf(plain, end, Math.min(plain.length, end + 18)))) return true;
  return /[$€£¥] ?$/.test(plainWordsOf(plain, start - 2, start));
}
