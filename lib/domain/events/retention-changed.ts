/** For how long the collector keeps content was changed. */
import * as z from 'zod';
import { MOST_DAYS_KEPT } from '../limits.ts';
import { defineEvent } from './define.ts';

export const retentionChanged = defineEvent({
  type: 'countersign.retention.changed.v1',
  means: 'for how long the collector keeps content',
  about: 'act',
  facts: () =>
    z.strictObject({
      changeId: z.uuid(),
      /** Days for which content is kept, counted from when the collector took it; null: for good. */
      days: z.int().min(1).max(MOST_DAYS_KEPT).nullable(),
    }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.collector',
  folds: {},
});
