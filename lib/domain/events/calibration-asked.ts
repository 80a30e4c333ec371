/** A lead asks several reviewers to judge the same output, each without seeing the others. */
import * as z from 'zod';
import { putCalibration } from '../fold/calibration.ts';
import { FEWEST_CALIBRATING, MOST_CALIBRATING } from '../limits.ts';
import { personNamed } from '../people/named.ts';
import { defineEvent } from './define.ts';

/** A place among those who judge: each gives a second review under its id. */
const seat = z.lazy(() => z.strictObject({ secondId: z.uuid(), person: personNamed }));

const isDistinct = (seats: readonly z.infer<typeof seat>[]): boolean =>
  new Set(seats.map(({ secondId }) => secondId)).size === seats.length &&
  new Set(seats.map(({ person }) => person)).size === seats.length;

export const calibrationAsked = defineEvent({
  type: 'countersign.calibration.asked.v1',
  means:
    'a lead asks several reviewers (`seats`) to judge the same output until a time, each without seeing the others; each answers with a `second.given` under the id of their seat. It moves no status',
  about: 'output',
  facts: () =>
    z.strictObject({
      /** The same on each of the outputs that are judged together. */
      calibrationId: z.uuid(),
      seats: z.array(seat).min(FEWEST_CALIBRATING).max(MOST_CALIBRATING).refine(isDistinct),
      until: z.iso.datetime(),
    }),
  sentBy: ['reviewer', 'admin'],
  quiet: false,
  name: 'options.entry.calibrationAsked',
  folds: { output: putCalibration },
});
