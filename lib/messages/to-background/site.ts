/** Messages to the background about sites: watched, taught, known. */

import * as z from 'zod';
import { LONGEST_ORIGIN } from '../../domain/limits.ts';
import { originSchema } from '../../domain/reading/health.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { toolProfileSchema } from '../../tools/schema.ts';
import { declare, replies } from '../declare.ts';
import { evidenceCodes } from './detector.ts';

/** Match pattern of one site: scheme and host. */
const pattern = z.lazy(() =>
  z
    .string()
    .max(LONGEST_ORIGIN)
    .regex(/^https?:\/\/[a-z0-9.:[\]-]+\/\*$/),
);

const learned = z.lazy(() =>
  z.strictObject({
    profile: toolProfileSchema,
    how: z.enum(['arrival', 'taught', 'edited']),
    evidence: evidenceCodes,
    learnedAt: z.iso.datetime(),
  }),
);

export const siteMessages = {
  'site.watch': declare({
    from: ['panel', 'options'],
    does: 'Watch a site to which the browser has just given access.',
    body: () => z.strictObject({ pattern }),
  }),
  'site.unwatch': declare({
    from: ['panel', 'options'],
    does: 'Watch a site no more, and give the access to it back to the browser.',
    body: () => z.strictObject({ pattern }),
  }),
  'site.teach': declare({
    from: ['page'],
    does: 'A person pointed at text of this frame: read its site by the profile made from that.',
    body: () => z.strictObject({ profile: toolProfileSchema }),
    reply: replies<{ profile: ToolProfile; evidence: readonly string[] }>(),
  }),
  'site.unteach': declare({
    from: ['page'],
    does: 'Undo the last teaching on the site of this frame.',
    body: () => z.strictObject({}),
  }),
  'site.edit': declare({
    from: ['options'],
    does: 'A person corrected the profile that was learned of a site.',
    body: () => z.strictObject({ origin: originSchema, profile: toolProfileSchema }),
  }),
  'site.forget': declare({
    from: ['options'],
    does: 'Forget what is known of a site.',
    body: () => z.strictObject({ origin: originSchema }),
  }),
  'site.restore': declare({
    from: ['options'],
    does: 'Undo a forgetting or a correction: put back what was learned of a site.',
    body: () => z.strictObject({ origin: originSchema, learned }),
  }),
  'site.off': declare({
    from: ['options', 'page'],
    does: 'Take no text of a site for AI text, or take that back; a page says it of its own site only.',
    body: () => z.strictObject({ origin: originSchema.optional(), off: z.boolean() }),
  }),
} as const;
