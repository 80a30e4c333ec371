/** Which profiles are in force: those that come with the extension, with what the policy and the user say of them. */
import type { ToolsSection } from '../domain/policy/policy.ts';
import { hostMatches } from './match.ts';
import type { ToolProfile } from './profile.ts';

/** Where a profile comes from: with the extension, from the policy, or with the extension and changed by the policy. */
type ProfileOrigin = 'known' | 'policy' | 'patched';

/** A profile, and whether pages are read by it. */
export interface ListedProfile {
  profile: ToolProfile;
  origin: ProfileOrigin;
  /** Who switched it off: the policy has the last word. */
  off?: 'policy' | 'user';
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A profile with some of its fields put in the place of its own; null takes a field away. `match` is merged by its own
 * fields, so that a host can be changed without repeating the markers. The result is to be checked by the schema.
 */
export function patched(profile: ToolProfile, fields: Fields): Fields {
  const match = isFields(fields.match) ? { ...profile.match, ...fields.match } : fields.match;
  const all: Fields = { ...profile, ...fields, ...(fields.match === undefined ? {} : { match }) };
  return isFields(all.match) ? { ...withoutNull(all), match: withoutNull(all.match) } : withoutNull(all);
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const withoutNull = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

/**
 * All profiles: the policy's own first, since they were made for this organisation, then the known ones in their order.
 * `tools` must have passed `checkTools`. `userOff`: ids that the user switched off, `*` for all.
 */
export function listProfiles(
  known: readonly ToolProfile[],
  tools: ToolsSection | undefined,
  userOff: ReadonlySet<string>,
): ListedProfile[] {
  const policyOff = new Set(tools?.off);
  const listed = (profile: ToolProfile, origin: ProfileOrigin): ListedProfile => {
    if (policyOff.has(profile.id)) return { profile, origin, off: 'policy' };
    return userOff.has(profile.id) || userOff.has('*') ? { profile, origin, off: 'user' } : { profile, origin };
  };
  const added = (tools?.add ?? []).map((fields) => listed(fields as unknown as ToolProfile, 'policy'));
  const rest = known.map((profile) => {
    const fields = tools?.patch?.[profile.id];
    return fields ? listed(patched(profile, fields) as unknown as ToolProfile, 'patched') : listed(profile, 'known');
  });
  return [...added, ...rest];
}

/** The profiles by which pages are read now. */
export const profilesRead = (listed: readonly ListedProfile[]): ToolProfile[] =>
  listed.flatMap(({ profile, off }) => (off ? [] : [profile]));

/** Whether the policy has a host watched by evidence. */
export const isWatchedHost = (tools: ToolsSection | undefined, host: string): boolean =>
  tools?.watch?.some((pattern) => hostMatches(pattern, host)) ?? false;
