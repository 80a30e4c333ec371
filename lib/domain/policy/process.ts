/** A process of the policy: a documented workflow that uses AI, and what holds for the texts that come out of it. */

import * as z from 'zod';
import { SEVERITIES } from '../codes.ts';
import {
  LEAST_PROBE_ONE_IN,
  LONGEST_ADDRESS,
  LONGEST_KEY,
  LONGEST_LINE_OF_POLICY,
  LONGEST_PLACE,
  LONGEST_SENTENCE,
  LONGEST_STATEMENT,
  MOST_AUTHORISED,
  MOST_BRIEF_FIELDS,
  MOST_CHOICES,
  MOST_CLEAN,
  MOST_DAYS_HELD,
  MOST_DESIGNERS,
  MOST_HOURS,
  MOST_MINUTES_SIGNED_IN,
  MOST_ONE_IN,
  MOST_PARTIES,
  MOST_PLACES,
  MOST_POINTS,
  MOST_PROBE_ONE_IN,
  MOST_PROFILES,
  MOST_STEPS,
} from '../limits.ts';
import { rolloutSchema } from '../rollout/phase.ts';
import { EFFECTS } from './effect.ts';
import { partySchema } from './party.ts';

const kebab = z.lazy(() =>
  z
    .string()
    .max(LONGEST_KEY)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
);
const line = z.lazy(() => z.string().trim().min(1).max(LONGEST_LINE_OF_POLICY));
const words = z.lazy(() => z.string().trim().min(1).max(LONGEST_STATEMENT));

export const RISKS = ['low', 'medium', 'high', 'regulated'] as const;
export const PUBLIC_INTEREST = ['never', 'ask', 'always'] as const;
export const GATE_MODES = ['off', 'evaluate', 'active'] as const;

/** Where a process applies. An output belongs to the first process that takes it; nothing at all takes none. */
const appliesSchema = z.lazy(() =>
  z.strictObject({
    /** Ids of tool profiles. */
    tools: z.array(kebab).max(MOST_PROFILES).optional(),
    /** Addresses of pages: a host, with `*.` for what is below it, and a path if wanted: `desk.acme.example/faq`. */
    addresses: z
      .array(
        z
          .string()
          .max(LONGEST_PLACE)
          .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(\/[^\s?#]*)?$/),
      )
      .max(MOST_PLACES)
      .optional(),
    /** Whether a person may say in the card that a text is made in this process. */
    choice: z.boolean().optional(),
  }),
);

export const VERBS = ['approve', 'modify', 'block', 'escalate', 'override', 'except', 'bypass', 'stop'] as const;
export type Verb = (typeof VERBS)[number];

/** Who may do what. A verb that is not named here is for the collector's roles `reviewer` and `admin`. */
const authoritySchema = z.lazy(() => z.partialRecord(z.enum(VERBS), z.array(partySchema).max(MOST_AUTHORISED)));

/** What a standard brief asks before a prompt is written. */
const briefSchema = z.lazy(() =>
  z.strictObject({
    fields: z
      .array(
        z.strictObject({
          id: kebab,
          label: line,
          help: z.string().max(LONGEST_SENTENCE).optional(),
          required: z.boolean().optional(),
          /** A line, a longer text, or one of these. */
          kind: z.enum(['line', 'text', 'choice']).optional(),
          choices: z.array(line).max(MOST_CHOICES).optional(),
        }),
      )
      .min(1)
      .max(MOST_BRIEF_FIELDS),
    /** The prompt with `{{field-id}}` where the answers go. */
    template: words,
  }),
);

const pointSchema = z.lazy(() =>
  z.strictObject({
    id: kebab,
    text: z.string().trim().min(1).max(LONGEST_SENTENCE),
    /** `tick`: done or not. `text`: in the approver's own words. */
    kind: z.enum(['tick', 'text']).optional(),
    /** `block`: no approval without it. `warn`: one may approve without it, and that is recorded. */
    without: z.enum(['block', 'warn']),
  }),
);

/** How much of it people must review. `earned`: less where the record allows. */
const reviewRuleSchema = z.lazy(() =>
  z.strictObject({
    mode: z.enum(['full', 'earned']),
    /** Clean ones in a row until fewer are asked (CSP-1's i). */
    clean: z.int().min(1).max(MOST_CLEAN).optional(),
    /** One in so many is asked after that (CSP-1's 1/f). */
    oneIn: z.int().min(2).max(MOST_ONE_IN).optional(),
    /** The share of defects that may go out on the long run at most (AOQL). */
    limit: z.number().gt(0).lt(1).optional(),
    /** The share of defects at which everything stops. */
    unacceptable: z.number().gt(0).lte(1).optional(),
    /** The share of defects that reviewers are taken to miss, until they are known to miss more. */
    miss: z.number().min(0).lt(1).optional(),
    /** The severity from which a report that was upheld is a defect, also where the text was approved with notes. */
    defectFrom: z.enum(SEVERITIES).optional(),
    /** One in so many decisions is judged a second time, by somebody who does not see the first. */
    secondOneIn: z.int().min(1).max(MOST_ONE_IN).optional(),
    /** One in so many that were blocked is looked at again by somebody else; where it is not said and review is earned, `oneIn`. */
    blockedOneIn: z.int().min(1).max(MOST_ONE_IN).optional(),
    /** After one in so many of a reviewer's decisions a text that is known to be bad stands in their queue: what they miss is measured. Off where it is not said. */
    probeOneIn: z.int().min(LEAST_PROBE_ONE_IN).max(MOST_PROBE_ONE_IN).optional(),
    /** How sure the tool has to be by its own word, or a person looks at its text whatever the record; at it exactly is enough. It lets nothing pass. */
    confidence: z.number().min(0).max(1).optional(),
  }),
);

const gateRuleSchema = z.lazy(() =>
  z.strictObject({
    mode: z.enum(GATE_MODES),
    /** What happens to a text that nobody has approved. */
    unreviewed: z.enum(EFFECTS),
    /** What happens to one that somebody has reported. */
    reported: z.enum(EFFECTS),
    /** Whether a person may go on with a reason. A text that was blocked is never overridden. */
    override: z.enum(['never', 'reason']),
  }),
);

const stepSchema = z.lazy(() =>
  z.strictObject({
    to: z.array(partySchema).min(1).max(MOST_PARTIES),
    /** Business hours after which they are reminded. */
    remindAfterHours: z.number().positive().max(MOST_HOURS).optional(),
    /** Business hours after which it goes on to the next step. Nobody's silence is an answer. */
    escalateAfterHours: z.number().positive().max(MOST_HOURS),
  }),
);

const responsibleSchema = z.lazy(() =>
  z.strictObject({
    name: line,
    role: line.optional(),
    /** A page where the public finds them (guidelines on AI Act art. 50(4)). */
    contactPage: z.url().max(LONGEST_ADDRESS),
  }),
);

export const processSchema = z.lazy(() =>
  z.strictObject({
    id: kebab,
    name: line,
    purpose: words.optional(),
    owner: partySchema.optional(),
    applies: appliesSchema,
    risk: z.enum(RISKS),
    /** Whether its texts reach an indeterminate number of readers. */
    publishes: z.boolean(),
    /** Whether they inform the public on matters of public interest. */
    publicInterest: z.enum(PUBLIC_INTEREST),
    /** Those who designed the process: they do not judge what comes out of it. */
    designers: z.array(partySchema).max(MOST_DESIGNERS).optional(),
    authority: authoritySchema.optional(),
    /** Who approves where nobody is left of those named: all had the text made, designed the process, or are away. */
    fallback: z.array(partySchema).min(1).max(MOST_AUTHORISED).optional(),
    brief: briefSchema.optional(),
    checklist: z.array(pointSchema).max(MOST_POINTS).optional(),
    review: reviewRuleSchema,
    gate: gateRuleSchema,
    /** For how many days an approval holds, and whether it outlives the version of the policy it was given under. */
    approval: z
      .strictObject({ days: z.int().min(1).max(MOST_DAYS_HELD).optional(), outlivesVersion: z.boolean().optional() })
      .optional(),
    escalation: z.array(stepSchema).max(MOST_STEPS).optional(),
    /** Business hours to a decision; then what was asked goes through the steps. */
    dueAfterHours: z.number().positive().max(MOST_HOURS).optional(),
    responsible: responsibleSchema.optional(),
    /** Where the team is too small for four eyes: hours after which one may review one's own, marked as such. */
    selfReviewAfterHours: z.number().positive().max(MOST_HOURS).optional(),
    /** Where the risk is `regulated`: how many minutes ago whoever signs may have signed in; 15 where it is not said. */
    signInWithinMinutes: z.int().min(1).max(MOST_MINUTES_SIGNED_IN).optional(),
    /** How it is rolled out: its phase, and what has to be so before the next. */
    rollout: rolloutSchema.optional(),
    /** A process that was stopped: nothing passes. */
    stopped: z.boolean().optional(),
  }),
);
export type Process = z.infer<typeof processSchema>;

/** Whether texts of a process are held to the rules for text that informs the public. */
export const mayConcernPublic = ({
  publishes,
  publicInterest,
}: Pick<Process, 'publishes' | 'publicInterest'>): boolean => publishes && publicInterest !== 'never';
