/**
 * The policy: what an organisation decides for its browsers. One record in sections, versioned as a whole. A section
 * that this version does not know is refused, never passed over: half a policy is not the policy that was meant.
 */

import * as z from 'zod';
import {
  LONGEST_FIELD_NAME,
  LONGEST_HOST,
  LONGEST_TOOL,
  LONGEST_VERSION_NAME,
  MOST_DAYS_HELD,
  MOST_HOSTS,
  MOST_PROFILES,
} from '../limits.ts';
import { governanceShape } from './governance.ts';
import { redactionSectionSchema } from './redaction-section.ts';
import { traceSectionSchema } from './trace-section.ts';

/** Kebab case, as tool profiles are named. */
export const profileId = z.lazy(() =>
  z
    .string()
    .max(LONGEST_TOOL)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
);

/** A host name; a leading `*.` also takes what is below it. */
const hostPattern = z.lazy(() =>
  z
    .string()
    .max(LONGEST_HOST)
    .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/),
);

/** Fields of a tool profile by name. What may stand in each is for `lib/background/policy/policy-check.ts` to say. */
const profileFields = z.lazy(() => z.record(z.string().max(LONGEST_FIELD_NAME), z.unknown()));

/** How tools are read: over the profiles that come with the extension. */
const toolsSectionSchema = z.lazy(() =>
  z.strictObject({
    /** Whole profiles of tools that the extension does not know, an in-house one with its host. */
    add: z.array(profileFields).max(MOST_PROFILES).optional(),
    /** By id of a known profile: the fields that take the place of its own; null takes one away. */
    patch: z.record(profileId, profileFields).optional(),
    /** Ids of profiles that nobody's browser reads by. */
    off: z.array(profileId).max(MOST_PROFILES).optional(),
    /** Hosts that no profile reads and that are watched by evidence. */
    watch: z.array(hostPattern).max(MOST_HOSTS).optional(),
  }),
);
export type ToolsSection = z.infer<typeof toolsSectionSchema>;

/** How AI text is recognised where it is put in again. */
const reuseSectionSchema = z.lazy(() =>
  z.strictObject({
    /** Days for which a text is recognised, from when it was first seen; 0 for not at all. */
    keepDays: z.int().min(0).max(MOST_DAYS_HELD).optional(),
    /** Hosts (`*` for all that are watched) on whose pages a text with a verdict is marked when the page is opened. */
    showOnPages: z
      .array(z.union([z.literal('*'), hostPattern]))
      .max(MOST_HOSTS)
      .optional(),
  }),
);

/** What stands in the policy in either form. */
const sections = () => ({
  /** The author's own name of this issue of the policy, as shown to people. */
  version: z.string().min(1).max(LONGEST_VERSION_NAME),
  redaction: redactionSectionSchema.optional(),
  tools: toolsSectionSchema.optional(),
  trace: traceSectionSchema.optional(),
  reuse: reuseSectionSchema.optional(),
});

const policyOneSchema = z.lazy(() => z.strictObject({ format: z.literal(1), ...sections() }));

/** Format 2: what holds for processes, people and the policy itself, beside how tools are read. */
const policyTwoSchema = z.lazy(() =>
  z.strictObject({
    format: z.literal(2),
    ...sections(),
    /** From when it holds; at once where it is not said. */
    inForceFrom: z.iso.datetime().optional(),
    ...governanceShape(),
  }),
);
export type GovernancePolicy = z.infer<typeof policyTwoSchema>;

/** The form of a record is in `format`. A form that a version does not know is refused by it. */
export const policySchema = z.lazy(() => z.discriminatedUnion('format', [policyOneSchema, policyTwoSchema]));
export type Policy = z.infer<typeof policySchema>;

/** The newest form that a browser puts in force: a policy that is not carried out is refused, not taken. */
export const NEWEST_FORMAT = 2;

/** What can be wrong with a policy. Each code has a sentence in the locales. */
export type ProblemCode =
  | 'notJson'
  | 'notObject'
  | 'newerFormat'
  | 'tooLarge'
  | 'unknownField'
  | 'missing'
  | 'wrongKind'
  | 'wrongForm'
  | 'tooLong'
  | 'empty'
  | 'noPlace'
  | 'selector'
  | 'pattern'
  | 'slowPattern'
  | 'unknownProfile'
  | 'takenId'
  | 'twice'
  | 'notSecure'
  | 'noAddress'
  | 'unknownKind'
  | 'publicNotFull'
  | 'designerReviews'
  | 'takenVersion'
  | 'notGovernance'
  | 'loosens'
  | 'unstorable'
  | 'notSigned'
  | 'otherTeam'
  | 'olderVersion';

/** Why a policy was refused. */
export interface PolicyProblem {
  code: ProblemCode;
  /** Where: `tools.add.in-house.turn.1`. Empty for the whole. */
  field: string;
  /** What stands there, or what the checker said of it. */
  detail?: string;
}

/** A policy that was accepted, and when. */
export interface AcceptedPolicy {
  policy: Policy;
  /** Its text as it came, so that the same one is not checked again. */
  text: string;
  acceptedAt: string;
  /** Version of the extension that checked it: another one checks it anew. */
  checkedBy: string;
}

/** Where a policy came from: managed, from the team's collector, or loaded by a person in the options. */
export type PolicySource = 'managed' | 'collector' | 'loaded';

/** A policy that was refused; what was in force before stays in force. */
export interface RefusedPolicy {
  source: PolicySource;
  problems: PolicyProblem[];
  text: string;
  refusedAt: string;
  checkedBy: string;
}
