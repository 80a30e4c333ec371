import { send } from '../../../lib/messages/send.ts';
import type { PolicyRead } from '../../../lib/messages/to-background/policy.ts';
import { policyFromCollector, policyLoaded, policyManaged } from '../../../lib/settings/items.ts';
import { useSetting } from '../../sending/useSetting.ts';

const ITEMS = [policyFromCollector, policyLoaded, policyManaged];
const read = () => send('policy.read', {});

/** The policy in force with where each of its values comes from, as it changes; undefined until it is read. */
export const usePolicyRead = (): PolicyRead | undefined => useSetting(read, ITEMS)[0];
