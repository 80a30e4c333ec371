/** A measure of AI literacy was taken: by whom, which one. Never a certificate. */

import * as z from 'zod';
import { LONGEST_VERSION } from '../limits.ts';
import { defineEvent } from './define.ts';

export const measureTaken = defineEvent({
  type: 'countersign.measure.taken.v1',
  means: 'a person took a measure of AI literacy, or read a version of the policy',
  about: 'person',
  facts: () =>
    z.strictObject({
      measureId: z.string().regex(/^[a-z0-9-]{1,60}$/),
      policyVersion: z.string().min(1).max(LONGEST_VERSION),
    }),
  sentBy: ['reporter', 'reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.measureTaken',
  folds: {},
});
