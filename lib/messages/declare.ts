/** How a message to the background is declared. */
import type * as z from 'zod';
import type { SenderKind } from './sender.ts';

interface Declaration {
  from: readonly SenderKind[];
  /** What it is for, in a sentence. */
  does: string;
  body: z.ZodType;
}

/** Checks a declaration and keeps what it is exactly. */
export const declare = <const D extends Declaration>(declaration: D): D => declaration;
