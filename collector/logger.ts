/** One line of JSON per thing that happened, on stderr. Never content, never tokens. */

export interface Log {
  info(event: string, fields?: Fields): void;
  warn(event: string, fields?: Fields): void;
  error(event: string, fields?: Fields): void;
}
type Fields = Record<string, string | number | boolean | undefined>;

/** A log that writes lines with `write`. `quiet` leaves out what is only informative. */
export function createLog(write: (line: string) => void, quiet = false): Log {
  const line =
    (level: string) =>
    (event: string, fields: Fields = {}) =>
      write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  return { info: quiet ? () => undefined : line('info'), warn: line('warn'), error: line('error') };
}

/** What may be logged of an error: its name, code and place. Its message may quote what somebody wrote. */
export function errorFields(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((row) => /^\s+at /.test(row));
  return { error: error.name, code, place: frames?.slice(0, 3).join(' ').replace(/\s+/g, ' ').trim() };
}
