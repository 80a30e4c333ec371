import { useCallback, useEffect, useState } from 'react';
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
import { useAnnounce } from '../../ui/Announcer.tsx';
import { refusalText } from '../../words/refusal.ts';

const ITEMS = [managedKept, policyFromCollector, policyLoaded, policyManaged, policyRefused, profilesOff];

/** How tools are read here, as it changes, and a way to have something done about it that says what came of it. */
export function useTools() {
  const announce = useAnnounce();
  const [listed, setListed] = useState<ToolsListed>();
  const look = useCallback(() => {
    send('tool.list', {}).then(setListed, (error: unknown) => announce(refusalText(error)));
  }, [announce]);
  useEffect(() => {
    look();
    const stops = ITEMS.map((item) => item.watch(look));
    return () => {
      for (const stop of stops) stop();
    };
  }, [look]);
  /** Does `work` and says the sentence that it gives, if it gives one. */
  const carryOut = async (work: () => Promise<string | undefined>): Promise<void> => {
    try {
      const said = await work();
      if (said) announce(said);
    } catch (error) {
      announce(refusalText(error));
    }
    look();
  };
  return { listed, carryOut };
}
export type CarryOut = ReturnType<typeof useTools>['carryOut'];
