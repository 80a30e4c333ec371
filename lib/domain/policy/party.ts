/** Who a rule of the policy is about: people by name, by a role that the policy names, or by a group of the sign-in. */

import * as z from 'zod';
import { LONGEST_KEY, LONGEST_NAME, LONGEST_SENTENCE, MOST_MEMBERS } from '../limits.ts';
import { mayName } from '../people/named.ts';

const NAMED = /^(?:person|role|group):\S.{0,199}$/;

/**
 * `person:` and the subject of a token or sign-in; `role:` and a role of the policy, or one of the collector's own
 * (`reporter`, `reviewer`, `admin`); `group:` and a value of the group claim.
 */
export const partySchema = mayName(z.lazy(() => z.string().regex(NAMED)));
export type Party = z.infer<typeof partySchema>;

/** A role that the policy names, beside the collector's own. */
export const policyRoleSchema = z.lazy(() =>
  z.strictObject({
    id: z
      .string()
      .max(LONGEST_KEY)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    name: z.string().trim().min(1).max(LONGEST_NAME),
    members: z.array(partySchema).max(MOST_MEMBERS),
    /** What somebody in this role knows of its subjects: one sentence (AI Act art. 26(2)). */
    competence: z.string().max(LONGEST_SENTENCE).optional(),
  }),
);
export type PolicyRole = z.infer<typeof policyRoleSchema>;

/** A person as the collector knows them, or as a browser knows its own user. */
export interface Person {
  subject: string;
  role: string;
  groups?: readonly string[];
}

/** How deep roles may stand in roles; deeper ones are a circle or a mistake. */
const DEEPEST = 5;

/** Whether a person is one of these. A role that holds itself holds nobody more by it. */
export function isOneOf(person: Person, parties: readonly Party[], roles: readonly PolicyRole[], depth = 0): boolean {
  return parties.some((party) => {
    const at = party.indexOf(':');
    const [kind, name] = [party.slice(0, at), party.slice(at + 1)];
    if (kind === 'person') return person.subject === name;
    if (kind === 'group') return person.groups?.includes(name) ?? false;
    const role = roles.find(({ id }) => id === name);
    if (!role) return person.role === name;
    return depth < DEEPEST && isOneOf(person, role.members, roles, depth + 1);
  });
}

/** Subjects of those whom parties name, by name or by a role of the policy; undefined where others can be among them. */
export function peopleIn(parties: readonly Party[], roles: readonly PolicyRole[], depth = 0): string[] | undefined {
  const each = parties.map((party): string[] | undefined => {
    const at = party.indexOf(':');
    const [kind, name] = [party.slice(0, at), party.slice(at + 1)];
    if (kind === 'person') return [name];
    const role = kind === 'role' ? roles.find(({ id }) => id === name) : undefined;
    return role && depth < DEEPEST ? peopleIn(role.members, roles, depth + 1) : undefined;
  });
  const known = each.flatMap((people) => people ?? []);
  return each.includes(undefined) || known.length === 0 ? undefined : [...new Set(known)];
}
