/** How browsers sign in with company accounts, for whoever asks. */
import { createRoute } from '@hono/zod-openapi';
import { SIGN_IN_PATH, signInOfferSchema } from '../../../lib/domain/people/sign-in.ts';
import { json } from './parts.ts';

export const signInRoute = createRoute({
  method: 'get',
  path: SIGN_IN_PATH,
  summary: 'How to sign in with a company account (RFC 9728); not there where the collector takes tokens only',
  responses: { 200: json('The provider, and what to ask it for', signInOfferSchema) },
});
