/**
 * Where the detector gets its badges: from the script that comes with the first answer of a frame (`lib/page/read/port.ts`), since
 * most frames have none.
 */
import type { Badges, BadgesEvents } from './badges.ts';

type Make = (events: BadgesEvents, signal: AbortSignal) => Badges;

const KEY = Symbol.for('countersign.badges');
const world = globalThis as { [KEY]?: { make?: Make } };

/** Opens the port of this frame; what an earlier detector had loaded is not for this one. */
export function openBadges(): void {
  world[KEY] = {};
}

/** Offers badges to the detector of this frame. */
export function offerBadges(make: Make): void {
  const port = world[KEY];
  if (port) port.make = make;
}

/** Makes the badges of a page; undefined as long as no answer was read in this frame. */
export const badgesFor: (...asked: Parameters<Make>) => Badges | undefined = (events, signal) =>
  world[KEY]?.make?.(events, signal);
