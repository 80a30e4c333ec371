import { i18n } from '#i18n';
import { type Json, readAt } from '../../../lib/domain/policy/writing/draft.ts';
import { Select } from '../../ui/Select.tsx';

const OWN_ROLES = ['reporter', 'reviewer', 'admin'] as const;

/** Adds one of the roles that there are, so that nobody has to know how they are written. */
export function AddParty({ draft, onAdd }: { draft: Json; onAdd(party: string): void }) {
  const roles = readAt(draft, ['roles']);
  const named = Array.isArray(roles)
    ? roles.flatMap((role) => {
        const [id, name] = [readAt(role, ['id']), readAt(role, ['name'])];
        return typeof id === 'string' ? [{ id, name: typeof name === 'string' ? name : id }] : [];
      })
    : [];
  return (
    <Select
      aria-label={i18n.t('policyForm.addParty')}
      value=""
      onChange={(event) => (event.target.value ? onAdd(event.target.value) : undefined)}
    >
      <option value="">{i18n.t('policyForm.addParty')} …</option>
      {named.map(({ id, name }) => (
        <option key={id} value={`role:${id}`}>
          {name}
        </option>
      ))}
      {OWN_ROLES.map((role) => (
        <option key={role} value={`role:${role}`}>
          {i18n.t(`policyForm.ownRole.${role}`)}
        </option>
      ))}
    </Select>
  );
}
