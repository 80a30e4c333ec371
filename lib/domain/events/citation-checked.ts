/** A page that an output cites was looked at. */

import { ROLES } from '../codes.ts';
import { putCheck } from '../fold/uses.ts';
import { citationCheckedSchema } from '../sources/citation.ts';
import { defineEvent } from './define.ts';

export const citationChecked = defineEvent({
  type: 'countersign.citation.checked.v1',
  means:
    'a cited page was looked at: whether it is there and says it, and why not; no content. It has an output sent no more than seeing it does',
  about: 'output',
  facts: () => citationCheckedSchema,
  sentBy: ROLES,
  quiet: true,
  name: 'options.entry.citation',
  folds: { output: putCheck },
});
