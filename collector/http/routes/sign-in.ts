/** How browsers sign in with company accounts, for whoever asks. */
import { createRoute } from '@hono/zod-openapi';
import { SIGN_IN_PATH, signInOfferSchema } from '../../../lib/domain/people/sign-in.ts';
import { defineRoute, json } from './define.ts';

const signInRoute = createRoute({
  method: 'get',
  path: SIGN_IN_PATH,
  summary: 'How to sign in with a company account (RFC 9728); not there where the collector takes tokens only',
  responses: { 200: json('The provider, and what to ask it for', signInOfferSchema) },
});

export const signInAsked = defineRoute('anyone', signInRoute, (app, { offer }) => {
  if (offer) app.openapi(signInRoute, (context) => context.json(offer, 200));
});
