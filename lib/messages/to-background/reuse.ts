/** Messages to the background about texts that are put into a page: the text goes to the background, and an id and a status come back. */
import * as z from 'zod';
import type { Category, Status } from '../../domain/codes.ts';
import { LONGEST_BLOCK, LONGEST_PASTE, MOST_BLOCKS } from '../../domain/limits.ts';
import type { TextMark } from '../../domain/output/marks.ts';
import { declare, replies } from '../declare.ts';
import type { GateAnswered } from './gate.ts';

/** Text that is looked up. */
const pasted = z.lazy(() => z.string().min(1).max(LONGEST_PASTE));

const reuseId = z.lazy(() => z.uuid());

/** A text in a page that comes from an output. No words of others: fixed codes, as on the output's badge. */
export interface Recognised {
  reuseId: string;
  toolName: string;
  /** When the output was first seen. */
  seenAt: string;
  status: Status;
  /** The text that was put in says something else than the output: a yes to that is none to it. */
  edited?: true;
  /** It has been said: the status is that of a text on which nobody has decided. */
  wasApproved?: true;
  /** The gravest of what stands beside its status and does not end by itself. */
  mark?: TextMark;
  /** What the gravest report on it says is wrong. */
  category?: Category;
  /** Whether there is a corrected text to take in its place. */
  corrected: boolean;
  /** What the gate of its process says of it, where one stands before it. */
  gate?: Required<GateAnswered>;
}

/** A text to be put into a field: as it is, and where it has tables, code or lists, as HTML for fields that take them. */
export interface StructuredText {
  text: string;
  html?: string;
  /** Its words as such a field has them, without the numbers that it draws itself. */
  shown?: string;
}

export const reuseMessages = {
  'reuse.start': declare({
    from: ['page'],
    does: 'The script that shows where texts come from asks whether it is to look at the texts of its page, too.',
    body: () => z.strictObject({}),
    reply: replies<{ looks: boolean }>(),
  }),
  'reuse.find': declare({
    from: ['page'],
    does: 'A person put a text into a field of this frame: does it come from an output?',
    /** `beyond`: nobody sees this frame, so the page's own says it. */
    body: () => z.strictObject({ text: pasted, beyond: z.boolean() }),
    reply: replies<Recognised | null>(),
  }),
  'reuse.look': declare({
    from: ['page'],
    does: 'Texts that stand in a page where the policy asks for it: which of them come from an output with a verdict?',
    body: () => z.strictObject({ texts: z.array(z.string().max(LONGEST_BLOCK)).max(MOST_BLOCKS) }),
    reply: replies<(Recognised | null)[]>(),
  }),
  'reuse.correct': declare({
    from: ['page'],
    does: 'A person wants the corrected text in the place of what was put in.',
    body: () => z.strictObject({ reuseId }),
    reply: replies<StructuredText>(),
  }),
  'reuse.measure': declare({
    from: ['page'],
    does: 'A person is done with a field: what stands there now in the place of what was put in. Only its shares are kept.',
    body: () => z.strictObject({ reuseId, text: z.string().max(LONGEST_PASTE) }),
  }),
} as const;
