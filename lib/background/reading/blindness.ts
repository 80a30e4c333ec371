/** How well each profile reads each site, as far as this browser has seen it. */
import { versionOf } from '../../domain/output/hash.ts';
import { type Degradation, fallsBack, freshHealth, type SiteHealth } from '../../domain/reading/health.ts';
import { healthRow, healthRows, putHealth, removeHealth } from '../../settings/health.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { toolsInForce } from './profiles.ts';

const inTurn = oneAtATime();

/** How a profile reads a site now: fresh where this version of it is new there. */
async function healthOf(origin: string, profile: ToolProfile): Promise<SiteHealth> {
  const row = await healthRow(origin, profile.id);
  const version = await versionOf(profile);
  if (row?.version === version) return row;
  const { id: tool, name: toolName } = profile;
  return freshHealth({ origin, tool, toolName, version }, new Date().toISOString(), row ?? undefined);
}

/** Changes the row of a site and a profile, one change at a time; gives it as it was and as it is. */
export const changeHealth = (
  origin: string,
  profile: ToolProfile,
  change: (row: SiteHealth, now: string) => Promise<SiteHealth> | SiteHealth,
): Promise<{ before: SiteHealth; after: SiteHealth }> =>
  inTurn(async () => {
    const before = await healthOf(origin, profile);
    const after = await change(before, new Date().toISOString());
    await putHealth(after);
    return { before, after };
  });

/** Forgets what was counted. */
export const forgetHealth = (origin: string, tool: string): Promise<void> => inTurn(() => removeHealth(origin, tool));

/** Counts an output that the profile with this id found, where it is one in force. */
export async function countFound(origin: string, tool: string): Promise<void> {
  const profile = (await toolsInForce()).profiles.find(({ id }) => id === tool);
  if (profile)
    await changeHealth(origin, profile, (row, now) => ({ ...row, outputs: row.outputs + 1, updatedAt: now }));
}

/** Why a profile is taken not to read a site any more; undefined where it does, or nothing is known. */
export async function blindness(origin: string | undefined, profile: ToolProfile): Promise<Degradation | undefined> {
  return origin ? (await healthOf(origin, profile)).degraded : undefined;
}

/** Whether a profile in force has gone blind on a site, so that the site may be learned. */
export async function isBlindOn(origin: string, profiles: readonly ToolProfile[]): Promise<boolean> {
  const rows = (await healthRows()).filter((row) => row.origin === origin && fallsBack(row.degraded));
  const blind = await Promise.all(
    rows.map(async ({ tool, version }) => {
      const profile = profiles.find(({ id }) => id === tool);
      return profile !== undefined && (await versionOf(profile)) === version;
    }),
  );
  return blind.includes(true);
}
