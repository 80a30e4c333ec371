/**
 * Time that counts: working hours of a place, without holidays and without the time in which something waited for an
 * answer. Nothing is counted up anywhere; what is due is worked out when it is read. Zod-free.
 */

/** Where and when people work; `governance.ts` checks it. */
export interface Calendar {
  /** IANA name: `Europe/Rome`. */
  timeZone: string;
  /** Working days: 1 is Monday, 7 is Sunday. */
  days: number[];
  /** `HH:MM`, the second after the first. */
  from: string;
  to: string;
  holidays?: string[] | undefined;
}

/** From when to when something waited for an answer; half-open, in ISO times; without an end it waits still. */
export interface Pause {
  from: string;
  to?: string;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
/** Longer than any wait that a policy can name (1,000 hours at one hour a week, with a year of holidays to spare). */
const FARTHEST_DAYS = 9_000;
/**
 * Times that a clock of ours can show. A client may send any year: of one before the year 1000 places have no date that can be
 * compared, and what is said to have begun then has waited long enough all the same.
 */
const EARLIEST = Date.UTC(2020, 0, 1);
const LATEST = Date.UTC(9_999, 0, 1);

export function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * When so many working hours after a time are over, as an ISO time; undefined while it is paused for good. Without a
 * calendar every hour counts.
 */
export function dueAt(
  from: string,
  hours: number,
  calendar?: Calendar,
  pauses: readonly Pause[] = [],
): string | undefined {
  let left = hours * HOUR_MS;
  for (const span of spans(Date.parse(from), calendar)) {
    for (const [start, end] of without(span, pauses)) {
      if (end - start >= left) return new Date(start + left).toISOString();
      left -= end - start;
    }
    if (pauses.some((pause) => pause.to === undefined && Date.parse(pause.from) <= span[0])) return undefined;
  }
  return undefined;
}

/** Working hours between two times, pauses left out. */
export function hoursBetween(from: string, to: string, calendar?: Calendar, pauses: readonly Pause[] = []): number {
  const until = Date.parse(to);
  let sum = 0;
  for (const span of spans(Date.parse(from), calendar)) {
    if (span[0] >= until) break;
    for (const [start, end] of without([span[0], Math.min(span[1], until)], pauses)) sum += end - start;
  }
  return sum / HOUR_MS;
}

type Span = [start: number, end: number];

/** Working time from a time on, a span a day. */
function* spans(since: number, calendar: Calendar | undefined): Generator<Span> {
  const from = Math.max(since, EARLIEST);
  if (!calendar) {
    for (let at = from, days = 0; days < FARTHEST_DAYS; at += DAY_MS, days++) yield [at, at + DAY_MS];
    return;
  }
  const holidays = new Set(calendar.holidays);
  const days = new Set(calendar.days);
  const first = Date.parse(`${dayAt(from, calendar.timeZone)}T00:00:00Z`);
  for (let n = 0; n < FARTHEST_DAYS && first + n * DAY_MS < LATEST; n++) {
    const day = new Date(first + n * DAY_MS).toISOString().slice(0, 10);
    const weekday = ((new Date(first + n * DAY_MS).getUTCDay() + 6) % 7) + 1;
    if (!days.has(weekday) || holidays.has(day)) continue;
    const start = Math.max(from, instantOf(day, calendar.from, calendar.timeZone));
    const end = instantOf(day, calendar.to, calendar.timeZone);
    if (end > start) yield [start, end];
  }
}

/** What is left of a span when pauses are cut out. One that ends before it begins, by two clocks that differ, is none. */
function without(span: Span, pauses: readonly Pause[]): Span[] {
  let left: Span[] = [span];
  for (const pause of pauses) {
    const [from, to] = [
      Date.parse(pause.from),
      pause.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(pause.to),
    ];
    left = left.flatMap(([start, end]): Span[] => {
      if (to <= from || to <= start || from >= end) return [[start, end]];
      const parts: Span[] = [
        [start, from],
        [to, end],
      ];
      return parts.filter(([a, b]) => b > a);
    });
  }
  return left;
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  });
  formats.set(timeZone, format);
  return format;
}

/** The clock on the wall of a place, as if it were UTC. */
function wallClock(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return Date.parse(`${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}Z`);
}

const dayAt = (at: number, timeZone: string): string => new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);

/** The instant at which a place's clock shows this. An hour that a clock skips in spring is the one after it. */
function instantOf(day: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let at = wanted;
  for (let again = 0; again < 2; again++) at += wanted - wallClock(at, timeZone);
  return at;
}
