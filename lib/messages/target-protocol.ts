/** Messages about targets and what is sent to them; part of `protocol.ts`. */
import * as z from 'zod';
import { filterSchema } from '../domain/events/filter.ts';
import { declare } from './declare.ts';

const targetId = z.string().min(1).max(100);

/** A target as it stands in its form; secrets that are left empty are those that it has already. */
const targetForm = z.strictObject({
  targetId: targetId.optional(),
  kind: z.string().max(60),
  settings: z.record(z.string().max(60), z.union([z.string().max(4_000), z.boolean()])),
  filter: filterSchema.optional(),
});

const oneTarget = z.strictObject({ targetId });

const atAddress = z.strictObject({ address: z.string().trim().max(2_000) });

export const TARGET_PROTOCOL = {
  'target.save': declare({
    from: ['options'],
    does: 'Add a target or change one, after it was tested.',
    body: targetForm,
  }),
  'target.test': declare({
    from: ['options'],
    does: 'Try a target and say in a word what is wrong with it.',
    body: targetForm,
  }),
  'target.preview': declare({
    from: ['options'],
    does: 'What would be sent of the newest event that passes, exactly as it would be.',
    body: targetForm,
  }),
  'target.pause': declare({
    from: ['options'],
    does: 'Send nothing to a target for now, or go on; what is to be sent is kept.',
    body: z.strictObject({ targetId, paused: z.boolean() }),
  }),
  'target.remove': declare({
    from: ['options'],
    does: 'Remove a target; what is stored here stays, and for a while it can be put back.',
    body: oneTarget,
  }),
  'target.restore': declare({
    from: ['options'],
    does: 'Put back a target that was just removed.',
    body: oneTarget,
  }),
  'signIn.find': declare({
    from: ['options'],
    does: 'Where the collector at an address has people sign in, and what the browser has to allow for it.',
    body: atAddress,
  }),
  'signIn.start': declare({
    from: ['options'],
    does: 'Sign in to a collector with a company account, and connect to it.',
    body: atAddress,
  }),
  'signIn.end': declare({
    from: ['options'],
    does: 'Sign out: the tokens are gone at once, and the provider is told.',
    body: z.strictObject({}),
  }),
  'sync.wake': declare({
    from: ['panel', 'options'],
    does: 'Somebody is looking: push what waits and pull what is new.',
    body: z.strictObject({}),
  }),
  'sync.resend': declare({
    from: ['panel', 'options'],
    does: 'Send again an event that a target refused, or all of them.',
    body: z.strictObject({ targetId, key: z.string().max(200).optional() }),
  }),
  'sync.mend': declare({
    from: ['options'],
    does: 'Change what was written in a report that a target refused, and send it anew.',
    body: z.strictObject({
      targetId,
      key: z.string().max(200),
      comment: z.string().max(5_000),
      correction: z.string().max(500_000),
    }),
  }),
  'sync.leaveOut': declare({
    from: ['options'],
    does: 'Do not send a refused event to this target; it stays in this browser.',
    body: z.strictObject({ targetId, key: z.string().max(200) }),
  }),
} as const;
