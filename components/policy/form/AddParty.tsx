import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { target, teamNames } from '../../../lib/store/ask/queries.ts';
import { usePersonName } from '../../people/personName.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './form.module.css';
import { groupsIn, rolesIn } from './parties.ts';

const OWN_ROLES = ['reporter', 'reviewer', 'admin'] as const;

interface AddPartyProps {
  draft: Json;
  /** Of the field that it adds to. */
  label: string;
  onAdd(party: string): void;
}

/**
 * Adds one of the roles, people and groups that there are, so that nobody has to know how they are written: roles in words, people
 * as the team's server calls them, groups of the sign-in and those that these rules name. A list that is closed changes with each
 * arrow key on most systems: what is chosen is added by a button, never by the way to it.
 */
export function AddParty({ draft, label, onAdd }: AddPartyProps) {
  const people = useLiveQuery(teamNames) ?? [];
  const own = useLiveQuery(target)?.groups ?? [];
  const nameOf = usePersonName();
  const [chosen, setChosen] = useState('');
  const add = () => {
    onAdd(chosen);
    setChosen('');
  };
  const groups = [...new Set([...own, ...groupsIn(draft)])].sort();
  return (
    <div className={styles.adding}>
      <Select
        aria-label={`${i18n.t('policyForm.addParty')}: ${label}`}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">{i18n.t('policyForm.addParty')} …</option>
        <optgroup label={i18n.t('policyForm.parties.roles')}>
          {rolesIn(draft).map(({ id, name }) => (
            <option key={id} value={`role:${id}`}>
              {name}
            </option>
          ))}
          {OWN_ROLES.map((role) => (
            <option key={role} value={`role:${role}`}>
              {i18n.t(`policyForm.ownRole.${role}`)}
            </option>
          ))}
        </optgroup>
        {people.length > 0 ? (
          <optgroup label={i18n.t('policyForm.parties.people')}>
            {people.map(({ subject }) => (
              <option key={subject} value={`person:${subject}`}>
                {nameOf(subject)}
              </option>
            ))}
          </optgroup>
        ) : null}
        {groups.length > 0 ? (
          <optgroup label={i18n.t('policyForm.parties.groups')}>
            {groups.map((group) => (
              <option key={group} value={`group:${group}`}>
                {group}
              </option>
            ))}
          </optgroup>
        ) : null}
      </Select>
      <Button aria-label={`${i18n.t('options.add')}: ${label}`} disabled={!chosen} onClick={add}>
        {i18n.t('options.add')}
      </Button>
    </div>
  );
}
