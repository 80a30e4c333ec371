/** How outputs are named: by the hash of their text, and by where they stand. */
import * as z from 'zod';
import { LONGEST_OUTPUT_ID } from '../limits.ts';

export const hashSchema = z.lazy(() => z.string().regex(/^sha256:[0-9a-f]{64}$/));
/** `tool:conversation:message`, the same for every version of an answer. */
export const outputIdSchema = z.lazy(() => z.string().min(1).max(LONGEST_OUTPUT_ID));
