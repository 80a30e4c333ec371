/** The keys that policies and receipts are signed with, for whoever checks them. */
import { createRoute, z } from '@hono/zod-openapi';
import { readJwks } from '../../policy/keys.ts';
import { defineRoute, json } from './define.ts';

const keySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  countersign_announcement: z.string().optional(),
});

const keysRoute = createRoute({
  method: 'get',
  path: '/.well-known/jwks.json',
  summary: 'The public keys that policies and receipts are signed with (RFC 7517)',
  description: `The newest first; old ones stay, so that what they signed can be checked. \`countersign_announcement\`
is a JWS of the key before: who trusts that one can trust this one.`,
  responses: { 200: json('Every key that ever signed', z.object({ keys: z.array(keySchema) })) },
});

export const keysAsked = defineRoute('anyone', keysRoute, (app, { database }) => {
  app.openapi(keysRoute, async (context) => context.json(await readJwks(database), 200));
});
