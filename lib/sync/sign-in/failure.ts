/** Why a sign-in came to nothing, in a code that has a plain sentence. */
import * as oauth from 'oauth4webapi';
import type { EndpointProblem } from '../problem.ts';

export class SignInFailure extends Error {
  readonly problem: EndpointProblem;
  /** What the provider says of it; shown as text and never as anything else. */
  readonly detail: string | undefined;
  constructor(problem: EndpointProblem, detail?: string, cause?: unknown) {
    super(problem, { cause });
    this.name = 'SignInFailure';
    this.problem = problem;
    this.detail = detail;
  }
}

const LONGEST = 300;

/** Does `work`; whatever goes wrong between us and the provider comes out as a `SignInFailure`. */
export async function withProvider<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
}

function failureOf(error: unknown): unknown {
  if (error instanceof SignInFailure) return error;
  if (error instanceof oauth.AuthorizationResponseError) return refusal(error.error, error.error_description, error);
  if (error instanceof oauth.ResponseBodyError) return answered(error);
  if (error instanceof oauth.OperationProcessingError || error instanceof oauth.UnsupportedOperationError)
    return new SignInFailure('sign_in_forged', shorten(error.message), error);
  // What is left came from the network, or from who ended the work.
  if (error instanceof TypeError || error instanceof DOMException)
    return new SignInFailure('provider_unreachable', undefined, error);
  return error;
}

const CANCELLED = ['access_denied', 'interaction_required', 'login_required', 'consent_required'];

const refusal = (code: string, said: string | undefined, cause: unknown): SignInFailure =>
  new SignInFailure(CANCELLED.includes(code) ? 'sign_in_cancelled' : 'sign_in_refused', shorten(said ?? code), cause);

/** RFC 6749, 5.2: `invalid_grant` is a code or token that is used, revoked, at its end or of somebody else. */
function answered(error: oauth.ResponseBodyError): SignInFailure {
  if (error.status >= 500 || error.status === 429)
    return new SignInFailure('provider_unreachable', `HTTP ${error.status}`, error);
  return refusal(error.error, error.error_description, error);
}

const shorten = (text: string): string => text.slice(0, LONGEST);
