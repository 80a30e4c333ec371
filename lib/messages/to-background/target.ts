/** Messages to the background about targets. */
import * as z from 'zod';
import { filterSchema } from '../../domain/events/filter.ts';
import { LONGEST_KEY, LONGEST_SECRET, LONGEST_TARGET_ID, LONGEST_TOOL } from '../../domain/limits.ts';
import type { EndpointTest } from '../../sync/problem.ts';
import { declare, replies } from '../declare.ts';

const targetId = z.lazy(() => z.string().min(1).max(LONGEST_TARGET_ID));

/** A target as it stands in its form; secrets that are left empty are those that it has already. */
const targetForm = () =>
  z.strictObject({
    targetId: targetId.optional(),
    kind: z.string().max(LONGEST_TOOL),
    settings: z.record(z.string().max(LONGEST_KEY), z.union([z.string().max(LONGEST_SECRET), z.boolean()])),
    filter: filterSchema.optional(),
  });

const oneTarget = () => z.strictObject({ targetId });

/** A request as it would be sent, with secrets blotted out. */
export interface RequestPreview {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What a target would send of the newest event that it is to get; `type` is missing where there is none yet. */
export interface TargetPreview {
  type?: string;
  time?: string;
  /** Empty where there is nothing to say of that event there. */
  requests: RequestPreview[];
}

export const targetMessages = {
  'target.save': declare({
    from: ['options'],
    does: 'Add a target or change one, after it was tested.',
    body: targetForm,
    reply: replies<EndpointTest>(),
  }),
  'target.test': declare({
    from: ['options'],
    does: 'Try a target and say in a word what is wrong with it.',
    body: targetForm,
    reply: replies<EndpointTest>(),
  }),
  'target.preview': declare({
    from: ['options'],
    does: 'What would be sent of the newest event that passes, exactly as it would be.',
    body: targetForm,
    reply: replies<TargetPreview>(),
  }),
  'target.pause': declare({
    from: ['options', 'panel'],
    does: 'Send nothing to a target for now, or go on; what is to be sent is kept.',
    body: () => z.strictObject({ targetId, paused: z.boolean() }),
  }),
  'target.remove': declare({
    from: ['options'],
    does: 'Remove a target; what is stored here stays, and for a while it can be put back.',
    body: oneTarget,
  }),
  'target.restore': declare({
    from: ['options'],
    does: 'Put back a target that was just removed.',
    body: oneTarget,
  }),
} as const;
