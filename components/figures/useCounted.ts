import { startTransition, useCallback, useEffect, useState } from 'react';
import type { FiguresAnswer, FiguresAsked } from '../../lib/aside/asked.ts';
import type { Dimension } from '../../lib/domain/figures/counted.ts';
import type { ShownLimit } from '../../lib/domain/figures/limits.ts';
import type { Range } from '../../lib/domain/figures/months.ts';
import type { Scope, Setting } from '../../lib/domain/figures/view.ts';
import { mayDecide } from '../../lib/domain/people/role.ts';
import { policyInForce } from '../../lib/settings/effective.ts';
import { target } from '../../lib/store/ask/queries.ts';
import { figuresAside, limitsAside } from '../aside/thread.ts';

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

/** What is shown first. */
export const FIRST_RANGE: Range = 'quarter';

interface First {
  scope: Scope;
  setting: Setting;
  figures: Promise<FiguresAnswer>;
}

let first: Promise<First | undefined> | undefined;

/** Asks for what is shown first while the page is drawn. Whoever may not see it has nothing counted. */
export function prepareCounted(): void {
  first = askFirst();
  // Whoever waits for it hears of what fails.
  first.catch(() => undefined);
}

async function askFirst(): Promise<First | undefined> {
  const [setting, collector] = await Promise.all([settingNow(), target()]);
  if (!mayDecide(collector?.role)) return undefined;
  const scope = collector ? 'team' : 'own';
  const figures = figuresAside({ scope, setting, range: FIRST_RANGE, split: undefined });
  figures.catch(() => undefined);
  return { scope, setting, figures };
}

/** What was asked first, where it is the same; else asks. */
async function figuresFor(asked: FiguresAsked): Promise<FiguresAnswer> {
  const begun = await first?.catch(() => undefined);
  const isFirst =
    begun?.setting === asked.setting && begun.scope === asked.scope && asked.range === FIRST_RANGE && !asked.split;
  return isFirst ? begun.figures : figuresAside(asked);
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
  useEffect(() => {
    if (first) first.then((begun) => (begun ? setSetting(begun.setting) : again()), fail);
    else again();
  }, [again, fail]);
  useEffect(() => {
    if (!setting) return;
    let gone = false;
    figuresFor({ scope, setting, range, split }).then((figures) => {
      // Drawn in slices: all cards at once kept the page busy.
      if (!gone) startTransition(() => setCounted({ ...figures, setting }));
    }, fail);
    return () => {
      gone = true;
    };
  }, [scope, setting, range, split, fail]);
  const limits = useLimits(counted?.setting, scope, fail);
  return { counted, limits, failed, again };
}

/** What goes out with a defect, where rules name it: asked for when the figures stand there, which do not wait for it. */
function useLimits(setting: Setting | undefined, scope: Scope, fail: (error: unknown) => void) {
  const [limits, setLimits] = useState<readonly ShownLimit[]>();
  useEffect(() => {
    if (!setting) return;
    let gone = false;
    const asked = setting.policyVersion === undefined ? Promise.resolve([]) : limitsAside({ setting, scope });
    asked.then((shown) => {
      if (!gone) setLimits(shown);
    }, fail);
    return () => {
      gone = true;
    };
  }, [setting, scope, fail]);
  return limits;
}
