import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { target } from '../../../lib/store/ask/queries.ts';
import { useOwnSource } from '../useOwnSource.ts';

/** What this person is called in events: by their installation, and by the collector where they have one. */
export function useMe(): readonly string[] {
  const source = useOwnSource();
  const subject = useLiveQuery(async () => (await target())?.subject);
  return useMemo(() => [source, subject].flatMap((each) => each ?? []), [source, subject]);
}
