/** The tool profiles in force here: those that come with the extension, the policy, and what the user switched off. */
import type { ToolsSection } from '../../domain/policy/policy.ts';
import { policyInForce, profilesOffSetting } from '../../settings/effective.ts';
import { isWatchedHost, type ListedProfile, listProfiles, profilesRead } from '../../tools/in-force.ts';
import { PROFILES } from '../../tools/index.ts';
import { hostMatches } from '../../tools/match.ts';
import type { ToolProfile } from '../../tools/profile.ts';

interface ToolsInForce {
  listed: ListedProfile[];
  tools: ToolsSection | undefined;
  /** By which pages are read. */
  profiles: ToolProfile[];
  /** True where the user switched all of them off, to have every page read by evidence. */
  evidenceOnly: boolean;
}

/** Everything that says how tools are read now. */
export async function toolsInForce(): Promise<ToolsInForce> {
  const [off, fixed, inForce] = await Promise.all([
    profilesOffSetting.value(),
    profilesOffSetting.isFixed(),
    policyInForce(),
  ]);
  const tools = inForce?.policy.tools;
  // What the organisation switched off is its own doing, whichever way it said so.
  const listed = fixed
    ? listProfiles(PROFILES, { ...tools, off: [...(tools?.off ?? []), ...off] }, new Set())
    : listProfiles(PROFILES, tools, new Set(off));
  return { listed, tools, profiles: profilesRead(listed), evidenceOnly: off.includes('*') };
}

/**
 * Whether a site is a known tool's: then its pages that are none of it (search results, mail) are not learned, and
 * neither is one that was switched off. Not where the policy has the host watched by evidence.
 */
export function isKnownSite({ listed, tools, profiles, evidenceOnly }: ToolsInForce, url: string | undefined): boolean {
  if (!url || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  if (isWatchedHost(tools, hostname)) return false;
  const known = evidenceOnly ? profiles : listed.map(({ profile }) => profile);
  return known.some(({ match }) => match.hosts.some((pattern) => hostMatches(pattern, hostname)));
}
