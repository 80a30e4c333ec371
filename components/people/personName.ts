import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { i18n } from '#i18n';
import { type NameOf, namesFrom, type PersonName } from '../../lib/domain/people/name.ts';
import { teamNames } from '../../lib/store/ask/queries.ts';

/** What the collector writes in the place of somebody whose name was erased. */
const ERASED = /^erased:/i;

/** What people are called, from what the team's collector has told of them. */
export function personNamer(known: readonly PersonName[]): NameOf {
  const nameOf = namesFrom(known);
  return (subject) => (ERASED.test(subject) ? i18n.t('common.erasedPerson') : nameOf(subject));
}

/** The same for a screen, which shows a name as soon as it is known. */
export function usePersonName(): NameOf {
  const known = useLiveQuery(teamNames);
  return useMemo(() => personNamer(known ?? []), [known]);
}
