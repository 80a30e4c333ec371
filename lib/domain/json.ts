/** What a text says as JSON; undefined where it is none: the caller's schema then says that this is not what it expects. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What stands under a name in a record. A name that somebody made up may be one that every object answers to (`constructor`). */
export const standsUnder = <T>(record: Readonly<Partial<Record<string, T>>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
