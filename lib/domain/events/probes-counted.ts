/** The collector counted what became of test texts, of so many people together that nobody can be told in it. */
import * as z from 'zod';
import { FEWEST_PEOPLE } from '../figures/groups.ts';
import { defineEvent } from './define.ts';
import { underPolicy } from './parts.ts';

export const probesCounted = defineEvent({
  type: 'countersign.probes.counted.v1',
  means:
    'the collector counted test texts that reviewers judged in a process and those that they missed, once at least five people had; no person, no text, no verdict of a single one',
  about: 'act',
  facts: () =>
    z
      .strictObject({
        processId: underPolicy().processId,
        judged: z.int().min(FEWEST_PEOPLE),
        missed: z.int().nonnegative(),
        /** How many people judged them. */
        people: z.int().min(FEWEST_PEOPLE),
      })
      .refine(({ judged, missed }) => missed <= judged),
  sentBy: [],
  quiet: false,
  name: 'options.entry.probesCounted',
  folds: {},
});
