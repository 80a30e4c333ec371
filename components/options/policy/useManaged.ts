import type { KeptManaged } from '../../../lib/domain/policy/managed.ts';
import type { PolicyProblem } from '../../../lib/domain/policy/policy.ts';
import { managedKept, managedProblems } from '../../../lib/settings/items.ts';
import { useSetting } from '../../sending/useSetting.ts';

interface Managed {
  kept: KeptManaged;
  problems: PolicyProblem[];
}

const ITEMS = [managedKept, managedProblems];
const read = async (): Promise<Managed> => ({
  kept: await managedKept.getValue(),
  problems: await managedProblems.getValue(),
});

/** What is managed in this browser, as it changes; undefined until it is read. */
export const useManaged = (): Managed | undefined => useSetting(read, ITEMS)[0];
