/** The options of `serve` that say how people sign in with company accounts. */

import type { Role } from '../../lib/domain/codes.ts';
import { roleSchema } from '../../lib/domain/people/role.ts';
import {
  type AudienceParameter,
  audienceParameterSchema,
  DEFAULT_PROMPT,
  DEFAULT_SCOPE,
  type SignInOffer,
  signInOfferSchema,
} from '../../lib/domain/people/sign-in.ts';
import { isSecure } from '../people/oidc.ts';
import { wrong } from './parse.ts';
import type { ServeValues } from './serve-flags.ts';

/** What browsers are told of how to sign in. */
export type SignInSettings = SignInOffer;

/** What browsers are to be told; undefined where they are given tokens only. */
export function signInOf(values: ServeValues): SignInSettings | undefined {
  const {
    'oidc-client-id': clientId,
    'oidc-issuer': issuer = '',
    'oidc-audience': audience = '',
    'oidc-scope': scope = DEFAULT_SCOPE,
    'oidc-prompt': prompt = scope.split(' ').includes('offline_access') ? DEFAULT_PROMPT : '',
    'public-url': address = audience,
  } = values;
  if (clientId === undefined) return noneOf(values);
  const parameter = parameterOf(values['oidc-audience-parameter']);
  if (!isSecure(address))
    throw wrong(
      '--public-url must be the https address at which browsers reach the collector, as --oidc-audience is none.',
    );
  if (parameter === 'resource' && address !== audience)
    throw wrong(
      'By RFC 8707 the token is asked for --public-url, so that --oidc-audience must be the same. For a provider that ' +
        'does it otherwise, add --oidc-audience-parameter audience or none.',
    );
  const offer = signInOfferSchema.safeParse({
    resource: address,
    authorization_servers: [issuer],
    scopes_supported: scope.split(' ').filter(Boolean),
    bearer_methods_supported: ['header'],
    resource_name: 'Countersign collector',
    countersign_client_id: clientId,
    countersign_audience: audience,
    countersign_audience_parameter: parameter,
    countersign_prompt: prompt === 'none' ? '' : prompt,
  });
  if (!offer.success) throw wrong(`--oidc-client-id and what belongs to it: ${offer.error.issues[0]?.message}.`);
  return offer.data;
}

const COMPANIONS = ['oidc-scope', 'oidc-prompt', 'oidc-audience-parameter', 'public-url'] as const;

function noneOf(values: ServeValues): undefined {
  const alone = COMPANIONS.find((name) => values[name] !== undefined);
  if (alone) throw wrong(`--${alone} belongs to --oidc-client-id.`);
  return undefined;
}

function parameterOf(given: string | undefined): AudienceParameter {
  const parameter = audienceParameterSchema.safeParse(given ?? 'resource');
  if (!parameter.success) throw wrong('--oidc-audience-parameter must be resource, audience or none.');
  return parameter.data;
}

/** `Leads=reviewer,Quality Office=admin` */
export function rolesOf(pairs: string): Record<string, Role> {
  const entries = pairs.split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    entries.map((pair) => {
      const at = pair.lastIndexOf('=');
      const role = roleSchema.safeParse(pair.slice(at + 1).trim());
      if (at < 1 || !role.success) throw wrong(`--oidc-roles takes pairs like Leads=reviewer, not "${pair.trim()}".`);
      return [pair.slice(0, at).trim(), role.data];
    }),
  );
}
