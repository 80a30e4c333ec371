/** Messages to the background about how a frame is read. */
import * as z from 'zod';
import { LONGEST_TOOL, MOST_EVIDENCE } from '../../domain/limits.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { toolProfileSchema } from '../../tools/schema.ts';
import { declare, replies } from '../declare.ts';

/** Codes of what spoke for something (`evidence:grew`), never words of a page. */
export const evidenceCodes = z.lazy(() => z.array(z.string().regex(/^[A-Za-z:]{1,60}$/)).max(MOST_EVIDENCE));

/** How to read a frame: by a profile, or by none until one of the markers turns up in it. */
export interface Reading {
  profile?: ToolProfile;
  /** Set where the profile was learned on this site: how we know that its outputs are such. */
  evidence?: readonly string[];
  /** The tool's own profile, of which the page sees whether it finds what it should; also where another one reads. */
  known?: ToolProfile;
  /** Whether the frame may be learned: a watched site that no profile knows by name, or whose profile has gone blind. */
  learn: boolean;
  markers: { tool: string; selectors: readonly string[] }[];
}

export const detectorMessages = {
  'detector.start': declare({
    from: ['page'],
    does: 'A content script asks by which profile to read its frame; `tool` names one whose marker it has found.',
    body: () => z.strictObject({ tool: z.string().max(LONGEST_TOOL).optional() }),
    reply: replies<Reading>(),
  }),
  'detector.learn': declare({
    from: ['page'],
    does: 'A content script hands over what it has learned of its frame; `found`: outputs that what was known finds there.',
    body: () => z.strictObject({ profile: toolProfileSchema, evidence: evidenceCodes, found: z.int().nonnegative() }),
    /** The profile that is kept of the site now: the one handed over, or the one that stays. */
    reply: replies<{ profile: ToolProfile; evidence: readonly string[] }>(),
  }),
} as const;
