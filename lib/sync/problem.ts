/** What can be wrong with an endpoint. Types only. */
import type { Me } from '../domain/people/role.ts';

/** What can be wrong with an endpoint; each has its own plain sentence in the locales (`endpoint_<problem>`). */
export type EndpointProblem =
  | 'not_an_address'
  | 'not_secure'
  | 'retired_address'
  | 'no_permission'
  | 'unreachable'
  | 'timeout'
  | 'not_a_collector'
  | 'not_found_there'
  | 'not_understood'
  | 'token_missing'
  | 'token_refused'
  | 'token_may_not'
  | 'secret_unusable'
  | 'not_a_public_key'
  | 'webhook_gone'
  | 'busy'
  | 'server_error'
  | 'storage_full'
  | 'too_large'
  | 'no_sign_in'
  | 'sign_in_elsewhere'
  | 'sign_in_needed'
  | 'sign_in_cancelled'
  | 'sign_in_refused'
  | 'sign_in_forged'
  | 'wrong_issuer'
  | 'provider_not_secure'
  | 'provider_unreachable'
  | 'session_ended'
  | 'account_may_not'
  | 'signed_out'
  | 'other_team'
  | 'other_account'
  | 'no_account'
  | 'sign_in_untimed';

/** `me`: whose credentials they are, where the endpoint says. */
export type EndpointTest =
  | { ok: true; me?: Me; latencyMs: number }
  | { ok: false; problem: EndpointProblem; detail?: string };
