/**
 * Browsers that no test uses at the moment. Starting one costs more than most tests do, so the next file of the same worker
 * takes it: the extension was taken out of it, and with it all that it kept, was given and had open, and is put in anew.
 */
import { rmSync } from 'node:fs';
import type { BrowserContext } from 'playwright';

export interface Kept {
  context: BrowserContext;
  /** Its profile, removed with it. */
  userDataDir: string;
  /** Whether something was done to it that cannot be taken back. */
  isSpent(): boolean;
}

/** Playwright tells its workers so: nobody else has a next file. */
const IN_WORKER = process.env.TEST_WORKER_INDEX !== undefined;
/** More would only take memory: few files have three of them. */
const MOST = 3;
const idle: { kind: string; kept: Kept }[] = [];

if (IN_WORKER)
  // Playwright ends the browsers of a process that ends.
  process.once('exit', () => {
    for (const { kept } of idle) rmSync(kept.userDataDir, { recursive: true, force: true, maxRetries: 5 });
  });

/** An idle browser of this kind, which is the caller's from now on. */
export function takeIdle(kind: string): Kept | undefined {
  const at = idle.findIndex((each) => each.kind === kind);
  return at < 0 ? undefined : idle.splice(at, 1)[0]?.kept;
}

/** Keeps a browser for whoever comes next, once it was emptied; false where it has to be closed. */
export async function keepIdle(kind: string, kept: Kept, empty: () => Promise<boolean>): Promise<boolean> {
  if (!IN_WORKER || idle.length >= MOST || kept.isSpent() || !(await empty())) return false;
  idle.push({ kind, kept });
  return true;
}

/** Notes what a test does to a browser that stays in it for good. */
export function watchSpending(context: BrowserContext): () => boolean {
  let isSpent = false;
  for (const name of ['addInitScript', 'exposeBinding', 'exposeFunction', 'route'] as const) {
    const does = context[name].bind(context) as (...given: unknown[]) => Promise<never>;
    Object.assign(context, {
      [name]: (...given: unknown[]) => {
        isSpent = true;
        return does(...given);
      },
    });
  }
  context.once('close', () => {
    isSpent = true;
  });
  return () => isSpent;
}
