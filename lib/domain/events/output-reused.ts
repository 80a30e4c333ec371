/** An output's text was put into a page somewhere else. */

import { ROLES } from '../codes.ts';
import { putReuse } from '../fold/uses.ts';
import { reusedFactsSchema } from '../reuse/reuse.ts';
import { defineEvent } from './define.ts';

export const outputReused = defineEvent({
  type: 'countersign.output.reused.v1',
  means:
    'its text was put into a page elsewhere: site, shares kept and changed, how much of the output, its status then. Of one `reuseId` the last counts',
  about: 'output',
  facts: () => reusedFactsSchema,
  sentBy: ROLES,
  quiet: true,
  name: 'options.entry.reuse',
  folds: { output: putReuse },
});
