/** What each role may send. The extension hides what is missing here; the collector refuses it. */
import type { EventType } from '../lib/domain/event.ts';
import type { Role } from '../lib/domain/role.ts';

const REPORTING = [
  'countersign.output.seen.v1',
  'countersign.report.made.v1',
  'countersign.report.amended.v1',
  'countersign.report.withdrawn.v1',
] as const satisfies EventType[];
const DECIDING = ['countersign.decision.made.v1'] as const satisfies EventType[];

const MAY_SEND: Record<Role, readonly EventType[]> = {
  reporter: REPORTING,
  reviewer: [...REPORTING, ...DECIDING],
  admin: [...REPORTING, ...DECIDING],
};

/** Whether a role may send events of a type. */
export const maySend = (role: Role, type: EventType): boolean => MAY_SEND[role].includes(type);
