/** Messages to the background about compose frames, in which free text is typed. */
import * as z from 'zod';
import { passageSchema } from '../../domain/anchoring/anchor.ts';
import type { Category } from '../../domain/codes.ts';
import { LONGEST_OUTPUT, LONGEST_PASSAGE_NOTE, LONGEST_TOKEN, MOST_PASSAGES } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import { categoriesSchema } from '../../domain/report/category.ts';
import { reportIdSchema } from '../../domain/report/report.ts';
import { declare, replies } from '../declare.ts';

const typed = () =>
  z.strictObject({
    token: z.string().max(LONGEST_TOKEN),
    text: z.string().max(LONGEST_OUTPUT),
    notes: z.array(z.string().max(LONGEST_PASSAGE_NOTE)).max(MOST_PASSAGES),
  });

export interface ComposeTask {
  field: 'comment' | 'correction' | 'preview';
  categories: Category[];
  /** The words that the report points at, and what is noted on each. */
  passages: { exact: string; note: string }[];
  /** What stands there already; for a correction without one, the output's text. */
  text: string;
  /** What was typed before and not saved. */
  draft?: { text: string; notes: string[]; savedAt: string };
  /** The output's text, to show what a correction changes. */
  outputText: string;
}

/** What is recorded and, where there is an endpoint, sent: exactly that. */
export interface Preview {
  /** The team that gets it; undefined where nothing is sent. */
  team?: string;
  /** Facts and content of each event, in the order in which they go. */
  events: { type: string; facts: object; content?: object }[];
}

export const composeMessages = {
  'compose.open': declare({
    from: ['page'],
    does: 'Ask for a one-time token for a compose frame in this frame: to write on an own report, or to see what is sent.',
    body: () =>
      z.union([
        z.strictObject({ field: z.enum(['comment', 'correction', 'preview']), reportId: reportIdSchema }),
        z.strictObject({
          field: z.literal('preview'),
          hash: hashSchema,
          categories: categoriesSchema,
          passages: z.array(passageSchema).max(MOST_PASSAGES),
        }),
      ]),
    /** `origin`: the frame's own, to which alone the token may be posted; the address may be a dynamic one. */
    reply: replies<{ token: string; url: string; origin: string }>(),
  }),
  'compose.claim': declare({
    from: ['compose'],
    does: 'A compose frame redeems its token and learns what is to be written.',
    body: () => z.strictObject({ token: z.string().max(LONGEST_TOKEN) }),
    reply: replies<ComposeTask>(),
  }),
  'compose.save': declare({
    from: ['compose'],
    does: 'Store what was typed in a compose frame that has redeemed its token.',
    body: typed,
  }),
  'compose.draft': declare({
    from: ['compose'],
    does: 'Keep what is typed so far in a compose frame that has redeemed its token.',
    body: typed,
  }),
  'compose.preview': declare({
    from: ['compose'],
    does: 'What would be recorded and sent if what is typed were saved now: exactly that, masked as it will be.',
    body: typed,
    reply: replies<Preview>(),
  }),
  'compose.close': declare({
    from: ['compose'],
    does: 'Close a compose frame: what was typed stays as a draft, or is thrown away.',
    body: () => z.strictObject({ token: z.string().max(LONGEST_TOKEN), discard: z.boolean() }),
  }),
} as const;
