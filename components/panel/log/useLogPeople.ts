import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { target, teamNames } from '../../../lib/store/ask/queries.ts';
import { personNamer } from '../../people/personName.ts';
import { useGovernance } from '../gate/useGate.ts';
import { useOwnSource } from '../useOwnSource.ts';

/**
 * Whose acts may be looked at by themselves: one's own; a colleague's only where the rules name the agreement, the assessment and
 * the notice that it takes.
 */
export function useLogPeople(): [person: string, name: string][] {
  const own = useOwnSource();
  const mayOthers = useMayTellPeople();
  const known = useLiveQuery(async () => ({ people: await teamNames(), subject: (await target())?.subject }));
  const self = known?.subject ?? own;
  const nameOf = personNamer(known?.people ?? []);
  const others = mayOthers ? (known?.people ?? []).filter(({ subject }) => subject !== self) : [];
  return [
    ...(self ? [[self, i18n.t('panel.log.own')] satisfies [string, string]] : []),
    ...others.map(({ subject }): [string, string] => [subject, nameOf(subject)]),
  ];
}

/** Whether the rules let anybody look at single colleagues. */
export const useMayTellPeople = (): boolean => useGovernance()?.privacy?.perPerson !== undefined;
