import { send } from '../../../lib/messages/send.ts';
import type { ToolsListed } from '../../../lib/messages/to-background/tool.ts';
import {
  managedKept,
  policyFromCollector,
  policyLoaded,
  policyManaged,
  policyRefused,
  profilesOff,
} from '../../../lib/settings/items.ts';
import { siteAccess } from '../../../lib/settings/site-access.ts';
import { useSetting } from '../../sending/useSetting.ts';

const CHANGES = [managedKept, policyFromCollector, policyLoaded, policyManaged, policyRefused, profilesOff, siteAccess];
const list = () => send('tool.list', {});

/** How tools are read here, as it changes; undefined until it is known. */
export const useTools = (): ToolsListed | undefined => useSetting(list, CHANGES)[0];
