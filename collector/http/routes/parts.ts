/** What the descriptions of routes share. */
import { z } from '@hono/zod-openapi';
import { problemSchema } from '../problem.ts';

/** A number of the team's order: 16 digits. */
export const sequence = z.string().regex(/^\d{16}$/);
export const bearer = [{ bearer: [] }];
export const EVENT = { $ref: '#/components/schemas/CountersignEvent' };

export const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
});

export const json = <S extends z.ZodType>(description: string, schema: S) => ({
  description,
  content: { 'application/json': { schema } },
});

/** What every request with a token can meet. */
export const GUARDED = {
  401: problem('Token missing, unknown, at its end or revoked'),
  403: problem('The role of the token does not allow this'),
  429: problem('Too many requests with this token; wait as long as Retry-After says'),
  503: problem('The database cannot be reached; nothing was stored. Try again'),
} as const;
