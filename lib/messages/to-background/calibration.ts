/** Messages to the background about calibrations. */
import * as z from 'zod';
import {
  FEWEST_CALIBRATING,
  LONGEST_PERSON,
  MOST_CALIBRATING,
  MOST_DAYS_CALIBRATING,
  MOST_ITEMS_CALIBRATED,
} from '../../domain/limits.ts';
import { declare, replies } from '../declare.ts';

export const calibrationMessages = {
  'calibration.start': declare({
    from: ['figures'],
    does: 'Ask several reviewers to judge the same answers, each without seeing the others; the answer says how many there are.',
    body: () =>
      z.strictObject({
        people: z.array(z.string().min(1).max(LONGEST_PERSON)).min(FEWEST_CALIBRATING).max(MOST_CALIBRATING),
        items: z.int().min(1).max(MOST_ITEMS_CALIBRATED),
        days: z.int().min(1).max(MOST_DAYS_CALIBRATING),
      }),
    reply: replies<{ items: number }>(),
  }),
} as const;
