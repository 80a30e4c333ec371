/** What no row of a day tells and its tally counts: what was held at a gate, and what could not be read. */
import { dayOf } from '../../domain/figures/tally.ts';
import { heldByDay, missedByDay } from '../../settings/items.ts';
import { oneAtATime } from '../spine/in-turn.ts';

const inTurn = oneAtATime();

/** Outputs that are held on one day, and tools whose answers are missed. */
const MOST_HELD = 2_000;
const MOST_TOOLS_MISSED = 200;

const today = (): string => dayOf(new Date().toISOString());

/** Notes that an output was held at a gate today. */
export const noteHeld = (hash: string): Promise<void> =>
  inTurn(async () => {
    const [days, day] = [await heldByDay.getValue(), today()];
    const known = days[day] ?? [];
    if (known.includes(hash) || known.length >= MOST_HELD) return;
    await heldByDay.setValue({ ...days, [day]: [...known, hash] });
  });

/** Notes that answers of a tool could not be read today. */
export const noteMissed = (tool: string, origin: string, count: number): Promise<void> =>
  inTurn(async () => {
    const [days, day] = [await missedByDay.getValue(), today()];
    const known = days[day] ?? [];
    const same = known.find((one) => one.tool === tool && one.origin === origin);
    if (!same && known.length >= MOST_TOOLS_MISSED) return;
    const others = known.filter((one) => one !== same);
    await missedByDay.setValue({ ...days, [day]: [...others, { tool, origin, count: (same?.count ?? 0) + count }] });
  });

/** Outputs that were held at a gate on a day. */
export const heldOn = async (day: string): Promise<string[]> => (await heldByDay.getValue())[day] ?? [];

/** Answers that could not be read on a day. */
export const missedOn = async (day: string) => (await missedByDay.getValue())[day] ?? [];

/** Forgets what was noted up to a day: it is counted. */
export const forgetNotes = (upTo: string): Promise<void> =>
  inTurn(async () => {
    const [held, missed] = [await heldByDay.getValue(), await missedByDay.getValue()];
    if (Object.keys(held).some((day) => day <= upTo)) await heldByDay.setValue(after(held, upTo));
    if (Object.keys(missed).some((day) => day <= upTo)) await missedByDay.setValue(after(missed, upTo));
  });

const after = <T>(days: Record<string, T>, upTo: string): Record<string, T> =>
  Object.fromEntries(Object.entries(days).filter(([day]) => day > upTo));
