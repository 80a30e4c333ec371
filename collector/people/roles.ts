/** What each role may send. The extension hides what is missing here; the collector refuses it. */

import { ROLES, type Role } from '../../lib/domain/codes.ts';
import type { EventType } from '../../lib/domain/events/event.ts';

const DECIDING: readonly Role[] = ['reviewer', 'admin'];
const NOBODY: readonly Role[] = [];

/** By the noun of an event's type. What is not named here is for admins, so that a new noun is never open by mistake. */
const SENDERS: Readonly<Record<string, readonly Role[]>> = {
  output: ROLES,
  report: ROLES,
  decision: DECIDING,
  // Whoever's browser cannot read a tool any more says so.
  detection: ROLES,
  // The collector's own acts: it writes them itself.
  content: NOBODY,
  person: NOBODY,
  retention: NOBODY,
};

/** Whether a role may send events of a type. */
export function maySend(role: Role, type: EventType): boolean {
  const noun = type.split('.')[1] ?? '';
  return (Object.hasOwn(SENDERS, noun) ? SENDERS[noun] : undefined)?.includes(role) ?? role === 'admin';
}
