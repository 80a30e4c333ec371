/** The collector erased content. What it took is missing from the events themselves, so no fold asks for this one. */
import * as z from 'zod';
import { LONGEST_PERSON, MOST_NAMED } from '../limits.ts';
import { ERASURE_LIMIT, ERASURE_REASONS } from './audit.ts';
import { defineEvent } from './define.ts';

const keyOf = () => ({ source: z.string().max(LONGEST_PERSON), id: z.uuid() });

export const erasedFactsSchema = z.lazy(() =>
  z.strictObject({
    erasureId: z.uuid(),
    reason: z.enum(ERASURE_REASONS),
    /** Whose content is gone: CloudEvents `source` and `id`. */
    events: z.array(z.strictObject(keyOf())).max(ERASURE_LIMIT),
    /** Events of others that named that person in their facts; `at`: which of the names there, see `namesIn`. */
    named: z
      .array(z.strictObject({ ...keyOf(), at: z.array(z.int().nonnegative()).min(1).max(MOST_NAMED) }))
      .max(ERASURE_LIMIT)
      .optional(),
    /** Stands in the place of the author of these events and of the names, where the name was erased too. */
    pseudonym: z.string().max(LONGEST_PERSON).optional(),
  }),
);

export const contentErased = defineEvent({
  type: 'countersign.content.erased.v1',
  means: 'the collector erased content, and names of people; browsers follow',
  about: 'act',
  facts: () => erasedFactsSchema,
  sentBy: [],
  quiet: false,
  name: 'options.entry.collector',
  folds: {},
});
