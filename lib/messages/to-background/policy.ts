/** Messages to the background about the policy: what is in force, a draft, its versions, and one that a person loads. */
import * as z from 'zod';
import { LONGEST_COMMENT, LONGEST_KEY, LONGEST_POLICY } from '../../domain/limits.ts';
import type { Completeness } from '../../domain/policy/completeness.ts';
import type { Origins } from '../../domain/policy/overlay/origins.ts';
import { signOffSchema } from '../../domain/policy/periodic/sign-off.ts';
import type { Policy, PolicyProblem, PolicySource } from '../../domain/policy/policy.ts';
import type { PublishProblem } from '../../domain/policy/publishable.ts';
import { baselineSchema } from '../../domain/rollout/frozen.ts';
import type { EndpointProblem } from '../../sync/problem.ts';
import { declare, replies } from '../declare.ts';

/** One that is too long is refused in words. */
const text = z.lazy(() => z.string().max(2 * LONGEST_POLICY));

/** What is in force here, since when, where each value comes from, and what it overrode. */
export interface PolicyRead {
  inForce?: {
    source: PolicySource;
    policy: Policy;
    acceptedAt: string;
    /** Of a collector's: its number, and from when it holds. */
    number?: number;
    inForceFrom?: string;
  };
  origins?: Origins;
  /** Policies that are there and that the one in force outranks. */
  others: { source: PolicySource; version: string }[];
  /** The collector's next one, which is announced. */
  next?: { number: number; version: string; inForceFrom: string };
  refused?: { source: PolicySource; problems: PolicyProblem[]; refusedAt: string };
}

/** What is wrong with a draft, and what it still lacks. */
export interface DraftChecked {
  problems: PublishProblem[];
  completeness?: Completeness;
}

interface CollectorFailed {
  kind: 'failed';
  problem: EndpointProblem;
}

/** `said` as the collector said it: `{ versions }` (docs/collector.md), or one version with its text. */
export type VersionsAnswer = { kind: 'versions'; said: unknown } | CollectorFailed;

/** `moved`: somebody else published meanwhile; with what both started from, what is there now, and what is in force. */
export type PublishAnswer =
  | { kind: 'published'; version: unknown }
  | { kind: 'refused'; problems: unknown }
  | { kind: 'moved'; base: unknown; theirs: unknown; current: unknown }
  | CollectorFailed;

export const policyMessages = {
  'policy.read': declare({
    from: ['options', 'panel', 'policy'],
    does: 'The policy in force, where each value of it comes from, and what was refused.',
    body: () => z.strictObject({}),
    reply: replies<PolicyRead>(),
  }),
  'policy.check': declare({
    from: ['options', 'policy'],
    does: 'What is wrong with a draft of the policy, every reason at once, and what it still lacks.',
    body: () => z.strictObject({ text }),
    reply: replies<DraftChecked>(),
  }),
  'policy.versions': declare({
    from: ['options', 'panel', 'policy'],
    does: 'The versions of the policy that the collector has, or one of them with its text.',
    body: () => z.strictObject({ number: z.int().min(1).optional() }),
    reply: replies<VersionsAnswer>(),
  }),
  'policy.publish': declare({
    from: ['options', 'policy'],
    does: 'Publish a version of the policy at the collector, over the one that it was written from.',
    body: () => z.strictObject({ text, onto: z.int().min(0), note: z.string().max(LONGEST_COMMENT).optional() }),
    reply: replies<PublishAnswer>(),
  }),
  'policy.load': declare({
    from: ['options', 'policy'],
    does: 'A person loads a policy, as JSON; refused with every reason, or in force at once.',
    body: () => z.strictObject({ text }),
    /** Empty where the policy was accepted. */
    reply: replies<{ problems: PolicyProblem[] }>(),
  }),
  'policy.remove': declare({
    from: ['options'],
    does: 'Remove the policy that a person has loaded.',
    body: () => z.strictObject({}),
  }),
  'policy.sign': declare({
    from: ['policy'],
    does: 'Sign the periodic review of the rules in force, as whoever they name for it: the next one is counted from today.',
    body: () =>
      z.strictObject({ signOff: signOffSchema, note: z.string().trim().min(1).max(LONGEST_COMMENT).optional() }),
  }),
  'policy.freeze': declare({
    from: ['policy'],
    does: 'Freeze the baseline of a process that is in its audit, as the record has it now.',
    body: () => z.strictObject({ processId: z.string().min(1).max(LONGEST_KEY), baseline: baselineSchema }),
  }),
  'policy.rehearse': declare({
    from: ['policy'],
    does: 'Start a rehearsal of the escalation of a process that is in its pilot.',
    body: () => z.strictObject({ processId: z.string().min(1).max(LONGEST_KEY) }),
  }),
  'policy.answer': declare({
    from: ['panel'],
    does: 'Answer a rehearsal that has come to this person.',
    body: () => z.strictObject({ rehearsalId: z.uuid() }),
  }),
  'policy.dismiss': declare({
    from: ['options'],
    does: 'Forget that a loaded policy was refused.',
    body: () => z.strictObject({}),
  }),
} as const;
