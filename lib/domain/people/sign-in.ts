/**
 * How a browser signs in to a collector with a company account: what the collector says of it (OAuth 2.0 Protected
 * Resource Metadata, RFC 9728), so that a person or an administrator has to know its address only.
 */

import * as z from 'zod';
import {
  LONGEST_ADDRESS,
  LONGEST_CLIENT_ID,
  LONGEST_FIELD_NAME,
  LONGEST_NAME,
  LONGEST_PERSON,
  LONGEST_SCOPE,
  MOST_BEARER_METHODS,
  MOST_ISSUERS,
  MOST_SCOPES,
} from '../limits.ts';

/** Where it stands, below the collector's address. */
export const SIGN_IN_PATH = '/.well-known/oauth-protected-resource';

/**
 * How the provider is told for whom the token is: by the resource indicator of RFC 8707, by a parameter `audience`
 * (Auth0 and others), or not at all, where the scopes or the client say it already (Microsoft Entra).
 */
const AUDIENCE_PARAMETERS = ['resource', 'audience', 'none'] as const;
export const audienceParameterSchema = z.lazy(() => z.enum(AUDIENCE_PARAMETERS));
export type AudienceParameter = z.infer<typeof audienceParameterSchema>;

const scopeToken = z.lazy(() =>
  z
    .string()
    .max(LONGEST_SCOPE)
    .regex(/^[\x21\x23-\x5B\x5D-\x7E]+$/),
);

/** The parameters beside those of RFC 9728 begin with our name, as its section 2 wants of extensions. */
export const signInOfferSchema = z.lazy(() =>
  z.object({
    /** The collector's own address. A browser that asked at another one goes no further (RFC 9728, 3.3). */
    resource: z.string().min(1).max(LONGEST_ADDRESS),
    /** Issuers; the first one is asked. */
    authorization_servers: z.array(z.string().min(1).max(LONGEST_ADDRESS)).min(1).max(MOST_ISSUERS),
    scopes_supported: z.array(scopeToken).max(MOST_SCOPES),
    bearer_methods_supported: z.array(z.string().max(LONGEST_FIELD_NAME)).max(MOST_BEARER_METHODS).optional(),
    resource_name: z.string().max(LONGEST_PERSON).optional(),
    /** The public client that browsers sign in as. */
    countersign_client_id: z.string().min(1).max(LONGEST_CLIENT_ID),
    countersign_audience: z.string().min(1).max(LONGEST_ADDRESS),
    countersign_audience_parameter: audienceParameterSchema,
    /** `prompt` of OpenID Connect; left out where empty. */
    countersign_prompt: z.string().max(LONGEST_NAME),
  }),
);
export type SignInOffer = z.infer<typeof signInOfferSchema>;

/** Without `offline_access` there is no refresh token, and people sign in again each hour. */
export const DEFAULT_SCOPE = 'openid profile offline_access';
/** A refresh token is to be given only to who was asked for it (OpenID Connect Core 1.0, 11). */
export const DEFAULT_PROMPT = 'consent';

/** Everything that a sign-in takes. */
export interface SignInWay {
  /** Address of the collector. */
  address: string;
  issuer: string;
  clientId: string;
  /** With spaces between. */
  scope: string;
  prompt?: string;
  /** The parameter that says for whom the token is, and what stands in it. */
  audience?: { parameter: 'resource' | 'audience'; value: string };
}

/** What somebody has who is signed in. Kept in IndexedDB only. */
export interface Session {
  way: SignInWay;
  /** Empty once the session has ended. */
  accessToken: string;
  /** By this computer's clock, from the lifetime that came with the token; undefined where none did. */
  expiresAt?: string;
  /** From when on a new token is fetched ahead of its end. */
  renewAt?: string;
  refreshToken?: string;
  /** Tells the provider whose session is to end. */
  idToken?: string;
  /** Who it is has to be asked of the collector again: roles can change with each token. */
  unconfirmed?: true;
}
