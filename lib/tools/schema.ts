/** Checks tool profiles: in tests, and when one comes by policy. */

import * as z from 'zod';
import { LONGEST_PATTERN, LONGEST_SELECTOR, LONGEST_TOOL, MOST_WAYS } from '../domain/limits.ts';
import type { ToolProfile } from './profile.ts';

const selectors = z.lazy(() => z.array(z.string().min(1).max(LONGEST_SELECTOR)).min(1).max(MOST_WAYS).readonly());
/** Bounded, so that no pattern is long enough to be a program. */
const pattern = z.lazy(() =>
  z.string().min(1).max(LONGEST_PATTERN).refine(isPattern, { error: 'not a regular expression' }),
);

export const toolProfileSchema: z.ZodType<ToolProfile> = z.lazy(() =>
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().min(1).max(LONGEST_TOOL),
    provider: z.string().max(LONGEST_TOOL).optional(),
    checkedAt: z.iso.date(),
    match: z
      .strictObject({
        hosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/)).readonly(),
        paths: z.array(pattern).readonly().optional(),
        markers: selectors.optional(),
      })
      .refine((match) => match.hosts.length > 0 || match.markers, { error: 'needs a host or a marker' }),
    shadowHosts: selectors.optional(),
    turn: selectors,
    speaker: z
      .strictObject({
        at: selectors,
        says: z.array(z.string().min(1).max(LONGEST_TOOL)).min(1).max(MOST_WAYS).readonly(),
        isBefore: z.boolean().optional(),
      })
      .optional(),
    prose: selectors.optional(),
    proseRequired: z.boolean().optional(),
    exclude: selectors.optional(),
    newestFirst: z.boolean().optional(),
    user: selectors,
    userText: selectors.optional(),
    streaming: selectors.optional(),
    stop: selectors.optional(),
    model: selectors.optional(),
    messageId: z
      .array(z.string().regex(/^[a-z][a-z0-9-]*$/))
      .readonly()
      .optional(),
    conversation: z.array(pattern).readonly().optional(),
    citations: selectors.optional(),
    exits: selectors.optional(),
  }),
);

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
