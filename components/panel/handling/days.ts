/** Days as somebody picks them: each begins at midnight where they are. */

/** Midnight so many days ahead. */
export function dayAhead(days: number, now = new Date()): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** A day as a date field has it. */
export const dayText = (day: Date): string => `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;

/** When a day of a date field begins; undefined where it is none. */
export function startOf(text: string): Date | undefined {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const start = new Date(year, month - 1, day);
  return dayText(start) === text ? start : undefined;
}
