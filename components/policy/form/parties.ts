/** The roles and groups that rules name somewhere. */
import { type Json, readAt } from '../../../lib/domain/policy/writing/draft.ts';

/** The roles that the rules make, by name. */
export function rolesIn(draft: Json): { id: string; name: string }[] {
  const roles = readAt(draft, ['roles']);
  if (!Array.isArray(roles)) return [];
  return roles.flatMap((role) => {
    const [id, name] = [readAt(role, ['id']), readAt(role, ['name'])];
    return typeof id === 'string' && id ? [{ id, name: typeof name === 'string' && name ? name : id }] : [];
  });
}

/** The groups of the company's sign-in that are named anywhere in them. */
export function groupsIn(draft: Json): string[] {
  if (typeof draft === 'string') return draft.startsWith(GROUP) && draft !== GROUP ? [draft.slice(GROUP.length)] : [];
  if (typeof draft !== 'object' || draft === null) return [];
  return Object.values(draft).flatMap((each) => groupsIn(each as Json));
}

const GROUP = 'group:';
