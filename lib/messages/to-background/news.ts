/** Messages to the background about what became of own reports. */

import * as z from 'zod';
import { MOST_NEWS } from '../../domain/limits.ts';
import { reportIdSchema } from '../../domain/report/report.ts';
import { declare } from '../declare.ts';

export const newsMessages = {
  'news.heard': declare({
    from: ['panel'],
    does: 'The person has seen what became of these own reports.',
    body: () => z.strictObject({ reportIds: z.array(reportIdSchema).max(MOST_NEWS) }),
  }),
} as const;
