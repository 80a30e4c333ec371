/** A version of the policy was published: which, by its hash, and from when it is in force. */
import * as z from 'zod';
import { LONGEST_COMMENT, LONGEST_VERSION } from '../limits.ts';
import { hashSchema } from '../output/ids.ts';
import { defineEventWithContent } from './define.ts';

export const policyPublished = defineEventWithContent({
  type: 'countersign.policy.published.v1',
  means: 'an administrator published a version of the policy: its number, its name, its hash, from when it is in force',
  about: 'act',
  facts: () =>
    z.strictObject({
      /** Counts up by one: a lower one never comes after. */
      number: z.int().min(1),
      version: z.string().min(1).max(LONGEST_VERSION),
      hash: hashSchema,
      inForceFrom: z.iso.datetime(),
    }),
  content: () => z.strictObject({ note: z.string().max(LONGEST_COMMENT).optional() }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.policyPublished',
  folds: {},
});
