/** A browser counted the outputs of a day that is over. Nobody is its author: see `docs/privacy.md`. */

import * as z from 'zod';
import { ROLES } from '../codes.ts';
import { putTally } from '../figures/tally.ts';
import { LONGEST_HOST, MOST_TALLIED, MOST_WORDS_TALLIED } from '../limits.ts';
import { LONGEST_STRATUM, stratumParts } from '../output/stratum.ts';
import { defineEvent } from './define.ts';

const count = z.lazy(() => z.int().nonnegative().max(MOST_TALLIED));

export const talliedFactsSchema = z.lazy(() =>
  z
    .strictObject({
      /** The day in UTC, which is over. */
      day: z.iso.date(),
      /** Key of the stratum. */
      stratum: z
        .string()
        .max(LONGEST_STRATUM)
        .refine((key) => stratumParts(key) !== undefined, { error: 'no key of a stratum' }),
      /** Only of a known tool, or of a site that the policy has watched: see `hostTold`. */
      host: z.string().min(1).max(LONGEST_HOST).optional(),
      found: count,
      words: z.int().nonnegative().max(MOST_WORDS_TALLIED),
      /** Of the found: put in somewhere else, and of those changed by then. */
      used: count,
      edited: count,
      /** Of the found: held at a gate, passed by rule, drawn to be looked at. */
      held: count,
      passed: count,
      sampled: count,
      /** Besides the found: answers that were there and could not be read. */
      missed: count,
    })
    .refine((facts) => facts.edited <= facts.used, { error: 'more edited than used' })
    .refine(({ found, used, held, passed, sampled }) => Math.max(used, held, passed, sampled) <= found, {
      error: 'more than were found',
    }),
);

export const outputsTallied = defineEvent({
  type: 'countersign.outputs.tallied.v1',
  means:
    'a browser counted the outputs of a day and a stratum: found, words, used, edited, held, passed by rule, sampled, missed. No content, no address, no author; its `source` is an id of that day alone. Of one `source`, day, stratum and host the last counts',
  about: 'day',
  facts: () => talliedFactsSchema,
  sentBy: ROLES,
  quiet: false,
  name: 'options.entry.tally',
  folds: { tally: putTally },
});
