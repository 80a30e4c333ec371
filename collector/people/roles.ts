/** What each role may send. The extension hides what is missing here; the collector refuses it. */
import type { Role } from '../../lib/domain/codes.ts';
import { eventDeclared } from '../../lib/domain/events/index.ts';

/** Whether a role may send events of a type. One that is not declared is for nobody. */
export const maySend = (role: Role, type: string): boolean => eventDeclared(type)?.sentBy.includes(role) ?? false;
