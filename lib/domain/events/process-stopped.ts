/** A process was stopped, or started again: while it is stopped nothing of it passes a gate. */
import * as z from 'zod';
import { LONGEST_COMMENT, LONGEST_VERSION } from '../limits.ts';
import { defineEventWithContent } from './define.ts';

export const processStopped = defineEventWithContent({
  type: 'countersign.process.stopped.v1',
  means:
    'somebody whom the rules name stopped a process (`stopped`), or started it again; the last one counts, and what the rules themselves stop nobody starts',
  about: 'process',
  facts: () => z.strictObject({ stopped: z.boolean(), policyVersion: z.string().min(1).max(LONGEST_VERSION) }),
  content: () => z.strictObject({ reason: z.string().trim().min(1).max(LONGEST_COMMENT) }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.processStopped',
  folds: {},
});
