import { startTransition, useCallback, useEffect, useState } from 'react';
import type { FiguresAnswer } from '../../lib/aside/asked.ts';
import type { Dimension } from '../../lib/domain/figures/counted.ts';
import type { Range } from '../../lib/domain/figures/months.ts';
import type { Scope, Setting } from '../../lib/domain/figures/view.ts';
import { policyInForce } from '../../lib/settings/effective.ts';
import { figuresAside } from '../aside/thread.ts';

/** What was counted, and under which rules. */
interface Counted extends FiguresAnswer {
  setting: Setting;
}

/** The rules in force now: figures that change while somebody reads them cannot be compared. */
async function settingNow(): Promise<Setting> {
  const now = new Date().toISOString();
  const inForce = await policyInForce();
  const rules = inForce?.policy.format === 2 ? inForce.policy : undefined;
  const processes = new Map((rules?.processes ?? []).map((process) => [process.id, process]));
  return { now, processes, policyVersion: rules?.version, calendar: rules?.calendar };
}

/** Counts everything once, beside the page, and again when asked; another range or split is made of the same count. */
export function useCounted(scope: Scope, range: Range, split: Dimension | undefined) {
  const [setting, setSetting] = useState<Setting>();
  const [counted, setCounted] = useState<Counted>();
  const [failed, setFailed] = useState(false);
  const fail = useCallback((error: unknown) => {
    console.error('Countersign could not work out the figures:', error);
    setFailed(true);
  }, []);
  const again = useCallback(() => {
    setFailed(false);
    settingNow().then(setSetting, fail);
  }, [fail]);
  useEffect(again, [again]);
  useEffect(() => {
    if (!setting) return;
    let gone = false;
    figuresAside({ scope, setting, range, split }).then((figures) => {
      // Drawn in slices: all cards at once kept the page busy.
      if (!gone) startTransition(() => setCounted({ ...figures, setting }));
    }, fail);
    return () => {
      gone = true;
    };
  }, [scope, setting, range, split, fail]);
  return { counted, failed, again };
}
