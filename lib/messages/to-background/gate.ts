/** Messages to the background about gates: what may become of the texts in a frame, and the ways on from one that is held. */
import * as z from 'zod';
import type { GateRule, GateState, Way } from '../../domain/gate/gate.ts';
import { LONGEST_COMMENT, MOST_EMERGENCY_HOURS } from '../../domain/limits.ts';
import { hashSchema } from '../../domain/output/ids.ts';
import type { Effect } from '../../domain/policy/effect.ts';
import { declare, replies } from '../declare.ts';

/** Why somebody goes on all the same: what can be chosen in a page, where nothing is typed. */
export const OVERRIDE_REASONS = ['urgent', 'checked', 'internal', 'draft'] as const;

/** Who can approve, as a page may know it: a role. People by name and groups are `named`. */
export type GateParty = { role: 'reporter' | 'reviewer' | 'admin' | 'named' } | { name: string };

/** What the gate says of one text, as a page may know it: codes, names that the policy gives, times. No words of others. */
export interface GateSaid {
  state: GateState;
  effect: Effect;
  /** What an active gate would do; in a dry run alone it differs from `effect`. */
  would: Effect;
  rule: GateRule;
  ways: Way[];
  process: { processId: string; name: string };
  who: GateParty[];
  /** By when somebody should have answered, if it is asked now, or was. */
  dueAt?: string;
  /** What somebody asked for and waits for. */
  asked: ('approval' | 'exception')[];
  /** The team's collector did not take what was asked for or done here before: it can be asked anew. */
  refused?: boolean;
  /** In how long this may be otherwise by itself, by the team's clock: what is known then is asked anew. */
  endsInMs?: number;
  /** How much of its kind people review now, in a sentence. */
  review?: string;
  /** How sure the tool said it is, in a sentence that has its own words. */
  stated?: string;
}

/** What is known of one text. `said` is missing where no gate stands before it. */
export interface GateAnswered {
  hash: string;
  said?: GateSaid;
}

const processId = z.lazy(() => z.string().regex(/^[a-z0-9-]{1,60}$/));

export const gateMessages = {
  'gate.start': declare({
    from: ['page'],
    does: 'The script at the gate of a frame asks what holds for the texts in it, and for one that nobody has seen yet.',
    body: () => z.strictObject({}),
    reply: replies<{ fresh?: GateSaid; answers: GateAnswered[] }>(),
  }),
  'gate.ask': declare({
    from: ['page', 'panel'],
    does: 'A person asks for an approval of a text, or for an exception. Words only from where nobody reads along.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        kind: z.enum(['approval', 'exception']),
        note: z.string().max(LONGEST_COMMENT).optional(),
      }),
    reply: replies<GateAnswered>(),
  }),
  'gate.override': declare({
    from: ['page', 'panel'],
    does: 'A person goes on with a text that is held, for a reason: one of those to choose from, or in words from the panel.',
    body: () =>
      z.union([
        z.strictObject({ hash: hashSchema, reason: z.enum(OVERRIDE_REASONS) }),
        z.strictObject({ hash: hashSchema, words: z.string().trim().min(1).max(LONGEST_COMMENT) }),
      ]),
    reply: replies<GateAnswered>(),
  }),
  'gate.grant': declare({
    from: ['panel'],
    does: 'Grant the exception that a colleague asked for: once, for a while, with a reason.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        requestId: z.uuid(),
        words: z.string().trim().min(1).max(LONGEST_COMMENT),
      }),
  }),
  'gate.bypass': declare({
    from: ['panel'],
    does: 'Break the glass: a text goes without an approval in an emergency, with a reason, for some hours.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        words: z.string().trim().min(1).max(LONGEST_COMMENT),
        hours: z.int().min(1).max(MOST_EMERGENCY_HOURS),
      }),
    reply: replies<GateAnswered>(),
  }),
  'gate.stop': declare({
    from: ['panel'],
    does: 'Stop the process of an output, or start it again, with a reason: while it is stopped nothing of it passes.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        words: z.string().trim().min(1).max(LONGEST_COMMENT),
        stopped: z.boolean(),
      }),
  }),
  'gate.choose': declare({
    from: ['page', 'panel'],
    does: 'A person says in which process a text is made, or whether it informs the public.',
    body: () =>
      z.strictObject({
        hash: hashSchema,
        processId: processId.optional(),
        concernsPublic: z.boolean().optional(),
      }),
    reply: replies<GateAnswered>(),
  }),
  'gate.approved': declare({
    from: ['page'],
    does: 'A person wants the approved text in the place of the one that is held.',
    body: () => z.strictObject({ hash: hashSchema }),
    reply: replies<{ text: string }>(),
  }),
  'gate.count': declare({
    from: ['page'],
    does: 'A text came to the gate: what it did, and what an active one would have done. Counted in this browser only.',
    body: () => z.strictObject({ hash: hashSchema.optional(), processId, isHeld: z.boolean() }),
  }),
} as const;
