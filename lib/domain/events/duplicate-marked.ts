/** A reviewer says that an item is the same matter as another. */
import * as z from 'zod';
import { putDuplicate } from '../fold/handling.ts';
import { hashSchema } from '../output/ids.ts';
import { defineEvent } from './define.ts';

export const duplicateMarked = defineEvent({
  type: 'countersign.duplicate.marked.v1',
  means: 'a reviewer said that an output is the same matter as another (`of`), whose decision answers its reports too',
  about: 'output',
  facts: () => z.strictObject({ duplicateId: z.uuid(), of: hashSchema }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.duplicateMarked',
  folds: { output: putDuplicate },
});
