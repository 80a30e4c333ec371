import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { agoFormat, dateFormat } from './formats.ts';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const TICK_MS = 30_000;

/** How long ago something was, in words. */
function inWords(at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1000;
  const unit = UNITS.find(([, size]) => Math.abs(seconds) >= size);
  if (!unit) return i18n.t('common.justNow');
  return agoFormat({ numeric: 'auto' }).format(Math.trunc(seconds / unit[1]), unit[0]);
}

/** A date, as the reader writes it. */
export const dateText = (at: string): string => dateFormat({ dateStyle: 'medium' }).format(new Date(at));

/** A date with the time, as the reader writes it. */
export const fullDate = (at: string): string =>
  dateFormat({ dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));

/** How long ago, kept up to date; the full date as a tooltip. */
export function RelativeTime({ at }: { at: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={at} title={fullDate(at)}>
      {inWords(at, Math.max(now, Date.parse(at)))}
    </time>
  );
}
