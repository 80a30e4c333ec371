/** The collector drew: whether a person has to look at an output of a stratum of which only some are reviewed. */
import * as z from 'zod';
import { putDraw } from '../fold/in-process.ts';
import { MOST_CLEAN, MOST_ONE_IN } from '../limits.ts';
import { LONGEST_STRATUM } from '../output/stratum.ts';
import { defineEvent } from './define.ts';
import { underPolicy } from './parts.ts';

export const outputDrawn = defineEvent({
  type: 'countersign.output.drawn.v1',
  means:
    'the collector drew whether a person has to look at it (`ask`) or the record of its stratum is enough (`auto_accept`), by which rule and on what evidence',
  about: 'clock',
  facts: () =>
    z.strictObject({
      outcome: z.enum(['ask', 'auto_accept']),
      ...underPolicy(),
      stratum: z.string().max(LONGEST_STRATUM),
      /** The rule: of the outputs of a stratum that is sampled, one in so many is asked. */
      rule: z.literal('sampled'),
      oneIn: z.int().min(1).max(MOST_ONE_IN),
      /** The evidence: so many clean ones in a row opened it; reviewed since the version began, and defects in them. */
      clean: z.int().min(1).max(MOST_CLEAN),
      reviewed: z.int().nonnegative(),
      defects: z.int().nonnegative(),
    }),
  sentBy: [],
  quiet: false,
  name: 'options.entry.outputDrawn',
  folds: { output: putDraw },
});
