/** The known profiles that are in use here. */
import { profilesOff } from '../settings/items.ts';
import { PROFILES } from '../tools/index.ts';
import { hostMatches } from '../tools/match.ts';
import type { ToolProfile } from '../tools/profile.ts';

/** The profiles that nobody switched off. */
export async function profilesOn(): Promise<ToolProfile[]> {
  const off = new Set(await profilesOff.getValue());
  return PROFILES.filter(({ id }) => !off.has(id) && !off.has('*'));
}

/** A site of a known tool has pages that are none of it (search results, mail): those are not learned. */
export function isKnownHost(profiles: readonly ToolProfile[], url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return profiles.some(({ match }) => match.hosts.some((pattern) => hostMatches(pattern, hostname)));
}
