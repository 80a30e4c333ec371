/** Messages about texts that are put into a page: the text goes to the background, and an id and a status come back. */
import * as z from 'zod';
import { declare } from './declare.ts';

/** Longest text that is looked up, and longest block of a page. */
const pasted = z.string().min(1).max(200_000);
const reuseId = z.uuid();

export const REUSE_PROTOCOL = {
  'reuse.start': declare({
    from: ['page'],
    does: 'The script that shows where texts come from asks whether it is to look at the texts of its page, too.',
    body: z.strictObject({}),
  }),
  'reuse.find': declare({
    from: ['page'],
    does: 'A person put a text into a field of this frame: does it come from an output?',
    body: z.strictObject({ text: pasted }),
  }),
  'reuse.look': declare({
    from: ['page'],
    does: 'Texts that stand in a page where the policy asks for it: which of them come from an output with a verdict?',
    body: z.strictObject({ texts: z.array(z.string().max(20_000)).max(10) }),
  }),
  'reuse.correct': declare({
    from: ['page'],
    does: 'A person wants the corrected text in the place of what was put in.',
    body: z.strictObject({ reuseId }),
  }),
  'reuse.measure': declare({
    from: ['page'],
    does: 'A person is done with a field: what stands there now in the place of what was put in. Only its shares are kept.',
    body: z.strictObject({ reuseId, text: z.string().max(200_000) }),
  }),
} as const;
