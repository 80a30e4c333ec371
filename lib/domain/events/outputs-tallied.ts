/** A browser counted the outputs of a day that is over. Nobody is its author: see `docs/privacy.md`. */

import { ROLES } from '../codes.ts';
import { putTally, talliedFactsSchema } from '../figures/tally.ts';
import { defineEvent } from './define.ts';

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
