/** The collector gave out all that it holds of a person. */
import * as z from 'zod';
import { LONGEST_PERSON } from '../limits.ts';
import { defineEventWithContent } from './define.ts';

export const personExported = defineEventWithContent({
  type: 'countersign.person.exported.v1',
  means: 'the collector gave out all that it holds of a person',
  about: 'act',
  facts: () => z.strictObject({ exportId: z.uuid() }),
  /** Whom the act is about. */
  content: () => z.strictObject({ person: z.string().max(LONGEST_PERSON) }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.collector',
  folds: {},
});
