const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A number of bytes in the largest unit that fits, in the reader's language. */
export function bytesText(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const style = { style: 'unit', unit: UNITS[step] ?? 'byte', unitDisplay: 'short' } as const;
  return new Intl.NumberFormat(undefined, { ...style, maximumFractionDigits: step > 1 ? 1 : 0 }).format(
    bytes / 1_000 ** step,
  );
}
