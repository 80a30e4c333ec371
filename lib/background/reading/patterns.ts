/** Match patterns as we use them: a scheme and a host, whose subdomains it may take. */

/** Whether a match pattern of ours takes an address, or the site of another pattern, which names a single host. */
export function takesPattern(known: string, address: string): boolean {
  const { protocol, hostname } = new URL(address.replace(/\*$/, ''));
  const [scheme, host = ''] = known.split(/:\/\/|\//);
  if (`${scheme}:` !== protocol) return false;
  return host.startsWith('*.') ? `.${hostname}`.endsWith(host.slice(1)) : host === hostname;
}
