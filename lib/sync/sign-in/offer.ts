/** What a collector says of how to sign in to it, checked before anything is sent anywhere. */
import { SIGN_IN_PATH, type SignInOffer, type SignInWay, signInOfferSchema } from '../../domain/people/sign-in.ts';
import type { World } from '../target.ts';
import { addressProblem, below, collectorRoot, exchange } from '../wire.ts';
import { SignInFailure } from './failure.ts';

/** What is managed of it: it outranks what a collector says, and its issuer has to be the same. */
export interface ManagedSignIn {
  issuer?: string | undefined;
  clientId?: string | undefined;
  scope?: string | undefined;
}

/** How to sign in to the collector at an address. Throws a `SignInFailure`. */
export async function wayTo(address: string, world: World, managed: ManagedSignIn = {}): Promise<SignInWay> {
  const problem = addressProblem(address);
  if (problem) throw new SignInFailure(problem);
  const offer = await ask(address, world);
  // Else a collector could have a token made for another one, and use it there (RFC 9728, 3.3 and 7.3).
  if (bare(offer.resource) !== bare(collectorRoot(address)))
    throw new SignInFailure('sign_in_elsewhere', offer.resource);
  const issuer = managed.issuer ?? offer.authorization_servers[0] ?? '';
  if (!offer.authorization_servers.includes(issuer)) throw new SignInFailure('wrong_issuer', issuer);
  if (addressProblem(issuer)) throw new SignInFailure('provider_not_secure', issuer);
  const audience = audienceOf(offer);
  return {
    address,
    issuer,
    clientId: managed.clientId ?? offer.countersign_client_id,
    scope: managed.scope ?? offer.scopes_supported.join(' '),
    ...(offer.countersign_prompt ? { prompt: offer.countersign_prompt } : {}),
    ...(audience ? { audience } : {}),
  };
}

async function ask(address: string, world: World): Promise<SignInOffer> {
  const answer = await exchange(
    { method: 'GET', url: below(collectorRoot(address), SIGN_IN_PATH), headers: {} },
    world,
  );
  if (answer.kind === 'failed') throw new SignInFailure(answer.problem);
  if (answer.status === 404) throw new SignInFailure('no_sign_in');
  if (answer.status >= 500) throw new SignInFailure('server_error');
  const offer = signInOfferSchema.safeParse(answer.body);
  if (!offer.success) throw new SignInFailure('not_a_collector');
  return offer.data;
}

function audienceOf(offer: SignInOffer): SignInWay['audience'] {
  const { countersign_audience_parameter: parameter, countersign_audience: value } = offer;
  if (parameter === 'none') return undefined;
  // The resource that was just checked, not whatever else is named.
  return { parameter, value: parameter === 'resource' ? offer.resource : value };
}

/** Addresses are the same with and without a slash at the end. */
const bare = (address: string): string => (URL.canParse(address) ? new URL(address).href : address).replace(/\/+$/, '');
