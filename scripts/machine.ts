/** What `scripts/setup.mjs` found on this machine. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The top folder of the repository. */
export const ROOT = join(import.meta.dirname, '..');

type Program = 'chromium' | 'firefox' | 'postgres';

const VARIABLES: Record<Program, string> = {
  chromium: 'COUNTERSIGN_CHROMIUM',
  firefox: 'COUNTERSIGN_FIREFOX',
  postgres: 'COUNTERSIGN_POSTGRES_BIN',
};

/** Path of a browser, or of the folder with the PostgreSQL server's programs. */
export function pathOf(program: Program): string {
  const notes = join(ROOT, 'node_modules', '.countersign-setup.json');
  const noted: Partial<Record<Program, string>> = existsSync(notes) ? JSON.parse(readFileSync(notes, 'utf8')) : {};
  const path = process.env[VARIABLES[program]] || noted[program];
  if (!path) throw new Error(`No ${program} is known here: run “npm run setup test” first.`);
  return path;
}

/** Folder of a build, such as `chrome-mv3-test`; `COUNTERSIGN_OUTPUT` names another place than `.output`. */
export const buildDir = (name: string): string => join(process.env.COUNTERSIGN_OUTPUT ?? join(ROOT, '.output'), name);
