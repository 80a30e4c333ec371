/** What is learned of sites that no profile knows: kept for each origin, used for it alone, corrected and forgotten. */
import { handle, Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { Reading } from '../../messages/to-background/detector.ts';
import { framesOf } from '../../settings/session/frames.ts';
import { siteOf } from '../../store/ask/queries.ts';
import type { SiteRow } from '../../store/db.ts';
import { forgetSite, keepLearned, noteUse, putLearned, setOff, teach, unteach } from '../../store/write/site-writes.ts';
import { PROFILES } from '../../tools/index.ts';
import { type Learned, profileOfSite } from '../../tools/learned.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { toolProfileSchema } from '../../tools/schema.ts';
import { frameState, placeOf } from '../spine/place.ts';
import { startFrame } from '../spine/session.ts';
import { isBlindOn } from './blindness.ts';
import { isKnownSite, toolsInForce } from './profiles.ts';
import { askAgain, mayReadSite } from './watches.ts';

const TAKEN = new Set(PROFILES.map(({ id }) => id));

/** A profile as it is kept for an origin: named after it, and for it alone. */
const ofOrigin = (profile: ToolProfile, origin: string): ToolProfile =>
  profileOfSite(profile, new URL(origin).hostname, TAKEN);

export function registerSites(): void {
  handle('detector.learn', ({ profile, evidence, found }, sender) =>
    keep(sender, { profile, evidence, how: 'arrival', learnedAt: new Date().toISOString() }, found),
  );
  handle('site.teach', async ({ profile }, sender) => {
    const origin = await learnable(sender);
    const learnedAt = new Date().toISOString();
    const learned: Learned = { profile: ofOrigin(profile, origin), how: 'taught', evidence: [], learnedAt };
    await teach(origin, learned);
    await startFrame(placeOf(sender).tabId, frameState(sender, learned.profile, true));
    await askAgain(origin);
    return learnedReading(learned);
  });
  handle('site.unteach', async (_, sender) => {
    const origin = await learnable(sender);
    await unteach(origin);
    return changed(origin);
  });
  handle('site.edit', async ({ origin, profile }) => {
    const learnedAt = new Date().toISOString();
    await putLearned(origin, { profile: ofOrigin(profile, origin), how: 'edited', evidence: [], learnedAt });
    return changed(origin);
  });
  handle('site.forget', async ({ origin }) => {
    await forgetSite(origin);
    return changed(origin);
  });
  handle('site.restore', async ({ origin, learned }) => {
    await putLearned(origin, { ...learned, profile: ofOrigin(learned.profile, origin) });
    return changed(origin);
  });
  handle('site.off', async ({ origin, off }, sender) => {
    const site = sender.kind === 'page' ? sender.origin : origin;
    if (!site) throw new Refused('not_found');
    await setOff(site, off);
    return changed(site);
  });
}

/** Keeps what a frame has learned of its own origin, and gives what is kept then: the browser says which origin. */
async function keep(sender: Sender, learned: Learned, found: number): Promise<ReturnType<typeof learnedReading>> {
  const { tabId } = placeOf(sender);
  const origin = await learnable(sender);
  if ((await siteOf(origin))?.off) throw new Refused('not_allowed');
  const kept = await keepLearned(origin, { ...learned, profile: ofOrigin(learned.profile, origin) }, found);
  const { tool, toolName, degraded } = (await framesOf(tabId)).find(({ frameId }) => frameId === sender.frameId) ?? {};
  const state = frameState(sender, kept.profile, true);
  // A tool whose profile has gone blind stays that tool, though it is read by what was learned.
  await startFrame(tabId, degraded && tool ? { ...state, tool, toolName: toolName ?? tool, degraded } : state);
  return learnedReading(kept);
}

/** The origin of a frame, where its site is one that is learned: the browser says which. */
async function learnable({ origin }: Sender): Promise<string> {
  const force = await toolsInForce();
  if (!origin || !(await mayReadSite(origin))) throw new Refused('not_allowed');
  // Where a known tool's profile has gone blind, what is learned stands in for it.
  if (isKnownSite(force, origin) && !(await isBlindOn(origin, force.profiles))) throw new Refused('not_allowed');
  return origin;
}

/** How to read by what was learned, and what outputs that are found so say of how they were found. */
export const learnedReading = ({
  profile,
  evidence,
  how,
}: Learned): Required<Pick<Reading, 'profile' | 'evidence'>> => ({
  profile,
  evidence: [`learned:${how}`, ...evidence],
});

/** What is known of an origin, for reading a page of it now. What today's schema refuses is as good as not known. */
export async function readSite(origin: string | undefined): Promise<Pick<SiteRow, 'learned' | 'off'> | undefined> {
  const row = origin ? await siteOf(origin) : undefined;
  if (!row || row.off) return row && { off: true };
  if (!row.learned || !toolProfileSchema.safeParse(row.learned.profile).success) return undefined;
  await noteUse(row.origin);
  return { learned: row.learned };
}

/** Lets the open pages of an origin ask again how to read them. */
async function changed(origin: string): Promise<null> {
  await askAgain(origin);
  return null;
}
