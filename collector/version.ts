import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** The version: of the source tree, or of the package that it was built to. */
export function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** How this program is called: by the name that the package gives it, or from a clone. */
export const programName = (): string =>
  import.meta.url.endsWith('.ts') ? 'npm run collector --' : 'countersign-collector';
