import { useLiveQuery } from 'dexie-react-hooks';
import { type AskedMeasure, measuresFor } from '../../lib/domain/people/literacy.ts';
import { measuresTaken, target } from '../../lib/store/ask/queries.ts';
import { useOwnSource } from '../panel/useOwnSource.ts';
import { usePolicy } from '../panel/usePolicy.ts';

/** What the policy in force asks of this browser's person, and what of it is done; undefined until it is read. */
export function useMeasures(): AskedMeasure[] | undefined {
  const source = useOwnSource();
  const policy = usePolicy()?.policy;
  const known = useLiveQuery(
    async () => (source ? { taken: await measuresTaken(source), member: await target() } : undefined),
    [source],
  );
  if (!known || policy?.format !== 2) return known && [];
  const { subject, role, groups } = known.member ?? {};
  const person =
    subject === undefined || role === undefined ? undefined : { subject, role, ...(groups ? { groups } : {}) };
  return measuresFor(policy, person, known.taken, new Date().toISOString());
}
