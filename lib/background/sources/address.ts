/**
 * Which addresses are asked for at all: public ones, over https. Names are judged by what they are; where the network
 * resolves a public name to a private address is not seen by an extension.
 */
import ipaddr from 'ipaddr.js';
import type { CheckReason } from '../../domain/sources/citation.ts';

/** Ends of names that no public name server answers for (RFC 6761, 6762, 8375, 9476, and what networks use at home). */
const LOCAL_ENDS = new Set(
  'local localhost internal intranet private corp home lan localdomain arpa test example invalid onion alt'.split(' '),
);

export interface AddressRules {
  /** Hosts that are asked for all the same, also without encryption and at any port: of the test build, none elsewhere. */
  granted: ReadonlySet<string>;
}

/** The address as it is asked for: encrypted, without a fragment or credentials. */
export function askedFor(address: string, { granted }: AddressRules): URL {
  const url = new URL(address);
  if (url.protocol === 'http:' && !granted.has(url.hostname)) url.protocol = 'https:';
  url.username = '';
  url.password = '';
  url.hash = '';
  return url;
}

/** Why an address is not asked for; undefined where it may be. The URL parser has put odd forms of numbers right. */
export function sourceAddressProblem(
  { protocol, hostname, port }: URL,
  { granted }: AddressRules,
): CheckReason | undefined {
  if (/^https?:$/.test(protocol) && granted.has(hostname)) return undefined;
  if (!/^https?:$/.test(protocol)) return 'not_secure';
  if (!isPublic(hostname)) return 'private';
  return protocol === 'https:' && port === '' ? undefined : 'not_secure';
}

function isPublic(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicAddress(hostname.slice(1, -1));
  if (/^[\d.]+$/.test(hostname)) return isPublicAddress(hostname);
  const labels = hostname.replace(/\.$/, '').split('.');
  return labels.length > 1 && !LOCAL_ENDS.has(labels.at(-1) ?? '') && labels.every((label) => label !== '');
}

/** An address that all the internet routes. One that holds an IPv4 address (mapped) is judged by that. */
function isPublicAddress(text: string): boolean {
  try {
    const address = ipaddr.process(text);
    // Of IPv6, 2000::/3 is all that is routed; `range` knows the exceptions within.
    if (address instanceof ipaddr.IPv6 && ((address.parts[0] ?? 0) & 0xe000) !== 0x2000) return false;
    return address.range() === 'unicast';
  } catch (error) {
    console.debug('Countersign: no address', error instanceof Error ? error.message : '');
    return false;
  }
}
