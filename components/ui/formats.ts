/** How dates and numbers are written, each way made once: making one takes a millisecond, and a list or a page of charts asks hundreds of times. */
import { displayLanguage } from './locale.ts';

function keeping<O, F>(make: (language: string, options: O) => F): (options: O) => F {
  const made = new Map<string, F>();
  return (options) => {
    const language = displayLanguage();
    const key = JSON.stringify([language, options]);
    const format = made.get(key) ?? make(language, options);
    made.set(key, format);
    return format;
  };
}

export const dateFormat = keeping(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, options),
);
export const numberFormat = keeping(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(language, options),
);
export const agoFormat = keeping(
  (language, options: Intl.RelativeTimeFormatOptions) => new Intl.RelativeTimeFormat(language, options),
);
