/** What a text says as JSON; undefined where it is none: the caller's schema then says that this is not what it expects. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
