/** What was learned of a site: a profile of its own, used for that very origin and nowhere else. */
import type { ToolProfile } from './profile.ts';

/** `arrival`: by how AI text arrived; `taught`: a person pointed at AI text; `edited`: a person changed the profile. */
export type HowLearned = 'arrival' | 'taught' | 'edited';

export interface Learned {
  profile: ToolProfile;
  how: HowLearned;
  /** Codes of what spoke for it (`evidence:grew`). */
  evidence: readonly string[];
  learnedAt: string;
}

/** Hosts as a profile's schema takes them. */
const NAMEABLE = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;

/** An id from a host: `chat.example.com` gives `chat-example-com`; one that a known tool has gets `-site`. */
export function siteIdOf(host: string, taken: ReadonlySet<string> = new Set()): string {
  const words = host.toLowerCase().match(/[a-z0-9]+/g) ?? ['site'];
  const id = words.join('-').slice(0, 50).replace(/-$/, '');
  return taken.has(id) ? `${id}-site` : id;
}

/**
 * A profile as it may be kept for a host: id, name and what it matches come from the host, so that nothing handed over
 * by a page can pass for another tool or reach another site.
 */
export function profileOfSite(profile: ToolProfile, host: string, taken?: ReadonlySet<string>): ToolProfile {
  const { provider: _, ...rest } = profile;
  return {
    ...rest,
    id: siteIdOf(host, taken),
    name: (host || 'site').slice(0, 60),
    match: NAMEABLE.test(host) ? { hosts: [host] } : { hosts: [], markers: profile.turn },
  };
}

/** Whether two profiles read a page alike: the day on which they were compared with it says nothing. */
export const readsAlike = (a: ToolProfile, b: ToolProfile): boolean =>
  JSON.stringify(a) === JSON.stringify({ ...b, checkedAt: a.checkedAt });

/**
 * Whether a newly learned profile takes the place of what is kept. The newer one wins, except over what a person said,
 * as long as that still finds something in the page. `found`: outputs that the kept one finds there.
 */
export const replaces = (newer: Pick<Learned, 'how'>, kept: Learned | undefined, found: number): boolean =>
  !kept || newer.how !== 'arrival' || kept.how === 'arrival' || found === 0;
