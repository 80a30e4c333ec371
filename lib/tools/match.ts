/** Which profile reads a page. */
import type { ToolProfile } from './profile.ts';

/** Whether `host` is `pattern`, or below it where the pattern begins with `*.`. */
export function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  return host === pattern.slice(2) || host.endsWith(pattern.slice(1));
}

/** The profile for an address by its host, path and query, or undefined. */
export function profileByAddress(profiles: readonly ToolProfile[], address: URL | Location): ToolProfile | undefined {
  return profiles.find(({ match }) => {
    if (!match.hosts.some((pattern) => hostMatches(pattern, address.hostname))) return false;
    return !match.paths || match.paths.some((path) => new RegExp(path).test(address.pathname + address.search));
  });
}
