/** Messages to the background about the people of the team, as its collector has them. */
import * as z from 'zod';
import type { Role } from '../../domain/codes.ts';
import { LONGEST_PERSON } from '../../domain/limits.ts';
import { roleSchema } from '../../domain/people/role.ts';
import type { EndpointProblem } from '../../sync/problem.ts';
import { declare, replies } from '../declare.ts';

/** What somebody comes in by, without what would let anybody use it. */
export interface PersonToken {
  tokenId: string;
  subject: string;
  role: Role;
  name: string | null;
  expiresAt: string | null;
  revokedAt: string | null;
}

/** What the collector says, or why it says nothing. */
type Told<T> = T | { problem: EndpointProblem };

export const personMessages = {
  'person.list': declare({
    from: ['options'],
    does: 'Ask the collector for the people of the team and what they come in by.',
    body: () => z.strictObject({}),
    reply: replies<Told<{ tokens: PersonToken[] }>>(),
  }),
  'person.add': declare({
    from: ['options'],
    does: 'Have the collector make a token for somebody; it is answered once and kept nowhere.',
    body: () =>
      z.strictObject({
        subject: z.string().trim().min(1).max(LONGEST_PERSON),
        name: z.string().trim().max(LONGEST_PERSON),
        role: roleSchema,
        expiresInDays: z.int().min(1).max(3_650).optional(),
      }),
    reply: replies<Told<{ token: string }>>(),
  }),
  'person.role': declare({
    from: ['options'],
    does: 'Have the collector give a token another role.',
    body: () => z.strictObject({ tokenId: z.uuid(), role: roleSchema }),
    reply: replies<Told<{ changed: true }>>(),
  }),
  'person.end': declare({
    from: ['options'],
    does: 'Have the collector end a token.',
    body: () => z.strictObject({ tokenId: z.uuid() }),
    reply: replies<Told<{ ended: true }>>(),
  }),
} as const;
