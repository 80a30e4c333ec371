/** Messages to the background about forms of the panel that are filled in and not sent. */
import * as z from 'zod';
import { LONGEST_FORM, LONGEST_FORM_KEY } from '../../domain/limits.ts';
import { declare } from '../declare.ts';

const key = z.lazy(() => z.string().max(LONGEST_FORM_KEY));

export const draftMessages = {
  'draft.keep': declare({
    from: ['panel'],
    does: 'Keep what is filled in so far of a form of the panel.',
    body: () => z.strictObject({ key, typed: z.string().max(LONGEST_FORM) }),
  }),
  'draft.drop': declare({
    from: ['panel'],
    does: 'Throw away what was kept of a form of the panel: it was sent, or the person said so.',
    body: () => z.strictObject({ key }),
  }),
} as const;
