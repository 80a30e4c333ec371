/**
 * Whether a stored text is the one whose hash its event is about. Unknown of what was stored before anybody asked, and of what
 * a collector of an earlier version stores meanwhile: `ledger/texts.ts` looks at each of those once.
 */

import type { Migration } from '../database.ts';

export const texts: Migration = {
  version: 3,
  steps: [
    'alter table contents add column text_holds boolean',
    'create index contents_unchecked on contents (team, source, id) where text_holds is null',
  ],
};
