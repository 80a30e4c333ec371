/**
 * What can be managed in a browser for the extension: one record, each key by itself. `public/managed-schema.json`
 * and the table in `docs/admin.md` are made from it (`test/contract/managed-forms.ts`), so every field says here what it does.
 */

import * as z from 'zod';
import { verdictSchema } from '../decision/decision.ts';
import { LONGEST_ADDRESS, LONGEST_TYPE, MOST_DAYS_KEPT, MOST_ENDPOINTS, MOST_PROFILES, MOST_TYPES } from '../limits.ts';
import { redactionSchema } from '../privacy/redaction.ts';
import { severitySchema } from '../report/category.ts';
import { profileId } from './policy.ts';

const text = (longest: number) => z.string().trim().min(1).max(longest);
const secret = () => text(4_000).optional();

const managedCollectorSchema = z.lazy(() =>
  z.strictObject({
    address: text(LONGEST_ADDRESS).describe(
      'Address of the team’s collector. People are connected to it and to no other one',
    ),
    token: secret().describe(
      'One token for everybody who gets this policy. A secret that every user of the browser can read: prefer sign-in',
    ),
    issuer: text(LONGEST_ADDRESS)
      .optional()
      .describe('Issuer of the company’s sign-in. A collector that names another one is refused'),
    clientId: text(500).optional().describe('Client that browsers sign in as; what the collector says if not given'),
    scope: text(1_000)
      .optional()
      .describe('Scopes that are asked for, with spaces between; what the collector says if not given'),
  }),
);
export type ManagedCollector = z.infer<typeof managedCollectorSchema>;

/** An endpoint beside the collector. Which of the settings it takes is for the target's own file to say. */
export const managedEndpointSchema = z.lazy(() =>
  z.strictObject({
    id: profileId.describe('Your name for it, in small letters; it stays the same endpoint while this stays the same'),
    kind: text(60).describe(
      'What kind of endpoint it is: cloudevents, slack and so on, by the names in lib/sync/targets',
    ),
    address: text(LONGEST_ADDRESS).optional().describe('Where it is'),
    webhook: text(LONGEST_ADDRESS).optional().describe('Address of the web hook (Slack, Teams); a secret'),
    token: secret().describe('Secret key or token'),
    bearer: secret().describe('Bearer token, where the endpoint wants one'),
    publicKey: text(200).optional().describe('Public key (Langfuse)'),
    signingSecret: secret().describe('Secret that signs each request (CloudEvents)'),
    environment: text(40).optional().describe('Name of the environment (Langfuse)'),
    mode: text(20).optional().describe('batch or single: many entries in a request, or one (CloudEvents)'),
    words: z.boolean().optional().describe('Whether what people and AI wrote goes along, or only the facts'),
    from: z
      .enum(['own', 'team'])
      .optional()
      .describe('own: what is made in this browser. team: all that the team made'),
    types: z
      .array(z.string().max(LONGEST_TYPE))
      .max(MOST_TYPES)
      .optional()
      .describe('Types of the entries that are sent; what its kind has a use for if not given'),
    severity: severitySchema
      .optional()
      .describe('Reports milder than this stay out: neutral, minor, major or critical'),
    verdicts: z.array(verdictSchema).optional().describe('Decisions with another verdict stay out'),
  }),
);
export type ManagedEndpoint = z.infer<typeof managedEndpointSchema>;

const managedRedactionSchema = z.lazy(() => {
  const { kinds, names, parts, region } = redactionSchema.unwrap().shape;
  return z.strictObject({
    kinds: kinds.describe('email, iban, tax_code, card, phone, name: what is masked'),
    names: names.describe('Names that are masked wherever they stand as whole words'),
    parts: parts.describe('typed, prompt, text: where it is masked: in what people type, in prompts, in the AI text'),
    region: region.describe('Country (two capital letters) whose telephone numbers are known without their +'),
  });
});

/**
 * `policy` comes as text, since Chromium quietly drops from an object what its schema does not know, and a policy must
 * arrive whole to be checked.
 */
export const managedSchema = z.lazy(() =>
  z.strictObject({
    keptForDays: z
      .int()
      .min(1)
      .max(MOST_DAYS_KEPT)
      .describe(
        'For how many days outputs are kept in a browser in which nothing happens to them; for good if not given',
      )
      .optional(),
    policy: z.string().describe('The policy record, as JSON text: see docs/policy.md').optional(),
    collector: managedCollectorSchema.describe('The team’s collector, and how people sign in to it').optional(),
    endpoints: z
      .array(managedEndpointSchema)
      .max(MOST_ENDPOINTS)
      .describe('Other systems that get entries from every browser')
      .optional(),
    ownEndpoints: z
      .boolean()
      .describe(
        'Whether people may add endpoints of their own; they may if not given. Those that are there already stay',
      )
      .optional(),
    profilesOff: z
      .array(profileId)
      .max(MOST_PROFILES)
      .describe('Tools that are switched off; people cannot switch others off or these on')
      .optional(),
    redaction: managedRedactionSchema.describe('Personal data that is masked before it is recorded').optional(),
  }),
);
export type Managed = z.infer<typeof managedSchema>;
export type ManagedKey = keyof Managed;

/** Whether something is called as what can be managed. */
export const isManagedKey = (key: string): key is ManagedKey => Object.hasOwn(managedSchema.unwrap().shape, key);

/** Whether a managed collector came with a token (`managed`: as its row keeps it): else people say who they are. */
export const bringsToken = (managed: string): boolean => Boolean((JSON.parse(managed) as ManagedCollector).token);

/** What is kept of it in `storage.local`: no secrets. Endpoints and their credentials are rows of the database. */
export type KeptManaged = Omit<Managed, 'policy' | 'endpoints' | 'collector'> & {
  collector?: Omit<ManagedCollector, 'token'>;
  /** Ids of the endpoints that are in force. */
  endpoints?: string[];
};
