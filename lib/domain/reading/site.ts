/** Sites as browsers grant access to them: a scheme and a host, with all its ports and pages. */

/** Match pattern of an address' scheme and host; undefined where it is no web address. Ports are left out: not all browsers take them. */
export function patternOf(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname } = new URL(address);
  return /^https?:$/.test(protocol) && hostname ? `${protocol}//${hostname}/*` : undefined;
}

/** The address that a pattern of ours stands for. */
export const siteOfPattern = (pattern: string): string => pattern.replace(/\/\*$/, '');

/**
 * The pattern for which access is asked to look at a cited page: its site with what is below it, since many lead on from
 * `example.com` to `www.example.com`. Sources are asked for encrypted; this computer's as they are.
 */
export function sourcePattern(address: string): string | undefined {
  const pattern = patternOf(address);
  if (!pattern) return undefined;
  const { hostname } = new URL(siteOfPattern(pattern));
  if (LOOPBACK.test(hostname)) return pattern;
  const isName = /[a-z]$/i.test(hostname.replace(/\.$/, ''));
  return `https://${isName ? `*.${hostname.replace(/^www\./, '')}` : hostname}/*`;
}

/** Sites without encryption that may be watched: those on this computer. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|[a-z0-9-]+\.localhost)$/;

/**
 * The pattern of a site that a person typed: a host name or any address of it. Undefined where it is none that can be
 * watched: a site needs https, except on this computer.
 */
export function patternTyped(text: string): string | undefined {
  const typed = text.trim();
  if (!typed || /\s/.test(typed)) return undefined;
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const pattern = patternOf(hasScheme ? typed : `https://${typed}`);
  if (!pattern) return undefined;
  const { protocol, hostname } = new URL(siteOfPattern(pattern));
  return protocol === 'https:' || LOOPBACK.test(hostname) ? pattern : undefined;
}
