/** Commitments to the people whom events name in their facts, so that those names too can be erased while the chain verifies. */
import type { Migration } from '../database.ts';

export const named: Migration = {
  version: 9,
  // Of a row of before, the link commits to the names themselves: there is none, and once they are erased it is `[]`.
  steps: ['alter table events add column named jsonb'],
};
