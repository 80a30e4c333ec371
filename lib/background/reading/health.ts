/** Hears from pages what became of prompts; when a profile has gone blind, says so to its pages and to the team. */
import { afterPrompt, isDue, type SiteHealth } from '../../domain/reading/health.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { noteMissed } from '../outputs/day-notes.ts';
import { say } from '../spine/act.ts';
import { changeHealth, forgetHealth } from './blindness.ts';
import { toolsInForce } from './profiles.ts';
import { askAgain } from './watches.ts';

export function registerHealth(): void {
  handle('health.tell', async ({ tool, told }, { origin }) => {
    const profile = (await toolsInForce()).profiles.find(({ id }) => id === tool);
    if (!profile || !origin) throw new Refused('not_found');
    const { before, after } = await changeHealth(origin, profile, async (row, now) => {
      const next = afterPrompt(row, told, now);
      return isDue(row, next, now) ? tellTeam(next, now) : next;
    });
    if (after.missed > before.missed) await noteMissed(tool, origin, 1);
    // Every frame of the site, in all tabs: read by evidence as well, or by the profile again.
    if (before.degraded !== after.degraded) await askAgain(origin);
    return null;
  });
  handle('health.forget', async ({ origin, tool }) => {
    await forgetHealth(origin, tool);
    await askAgain(origin);
    return null;
  });
}

/** One event without any content, once a day for each site and version of a profile. */
async function tellTeam(row: SiteHealth, now: string): Promise<SiteHealth> {
  const { origin, tool, toolName, version, degraded } = row;
  if (!degraded) return row;
  const facts = { tool, toolName, version, reason: degraded };
  await say('countersign.detection.degraded.v1', origin, facts);
  return { ...row, reportedOn: now.slice(0, 10) };
}
