import { i18n } from '#i18n';
import type { EndpointProblem } from '../../lib/sync/problem.ts';

const PROBLEMS: Record<EndpointProblem, true> = {
  not_an_address: true,
  not_secure: true,
  retired_address: true,
  no_permission: true,
  unreachable: true,
  timeout: true,
  not_a_collector: true,
  not_found_there: true,
  not_understood: true,
  token_missing: true,
  token_refused: true,
  token_may_not: true,
  secret_unusable: true,
  not_a_public_key: true,
  webhook_gone: true,
  busy: true,
  server_error: true,
  storage_full: true,
  too_large: true,
  no_sign_in: true,
  sign_in_elsewhere: true,
  sign_in_needed: true,
  sign_in_cancelled: true,
  sign_in_refused: true,
  sign_in_forged: true,
  wrong_issuer: true,
  provider_not_secure: true,
  provider_unreachable: true,
  session_ended: true,
  account_may_not: true,
  signed_out: true,
  other_team: true,
  other_account: true,
  no_account: true,
  sign_in_untimed: true,
};

const isProblem = (code: string): code is EndpointProblem => Object.hasOwn(PROBLEMS, code);

/** What is wrong with an endpoint and what to do about it; a code that this version does not know is shown as it is. */
export const endpointText = (code: string): string => (isProblem(code) ? i18n.t(`endpoint.${code}`) : code);
