/** Who may do what. The extension hides what a role may not do and says why; the collector refuses it. */
import * as z from 'zod';
import { ROLES, type Role } from '../codes.ts';
import { LONGEST_NAME, LONGEST_PERSON, LONGEST_VERSION, MOST_GROUPS } from '../limits.ts';

export const roleSchema = z.lazy(() => z.enum(ROLES));

/** Whether a role may decide on outputs. Without an endpoint a person decides alone (`undefined`). */
export const mayDecide = (role: Role | undefined): boolean =>
  role === undefined || role === 'reviewer' || role === 'admin';

/** Whether a role may read the team's events. */
export const mayRead = (role: Role): boolean => role !== 'ingest';

/** Time enough to hand somebody a new token. */
const SOON_MS = 14 * 86_400_000;

/** Whether a token ends so soon that somebody should hear of it; one that has ended already does not. */
export function endsSoon(expiresAt: string, now: number): boolean {
  const left = Date.parse(expiresAt) - now;
  return left > 0 && left < SOON_MS;
}

/** What the collector answers to `GET /v1/me`. */
export const meSchema = z.lazy(() =>
  z.object({
    team: z.string().min(1).max(LONGEST_NAME),
    subject: z.string().min(1).max(LONGEST_PERSON),
    name: z.string().max(LONGEST_PERSON).optional(),
    role: roleSchema,
    /** Groups that the company's sign-in says: the policy may name them. */
    groups: z.array(z.string().max(LONGEST_PERSON)).max(MOST_GROUPS).optional(),
    /** When they last signed in themselves, where their company's sign-in says so: a signature asks for it. */
    signedInAt: z.iso.datetime().optional(),
  }),
);
export type Me = z.infer<typeof meSchema>;

/** The whole answer: besides, when the token ends by itself, and what changes with the names of the team's people. */
export const standingSchema = z.lazy(() =>
  meSchema.unwrap().extend({
    expiresAt: z.iso.datetime().optional(),
    people: z.string().max(LONGEST_VERSION).optional(),
  }),
);
export type Standing = z.infer<typeof standingSchema>;
