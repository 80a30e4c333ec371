import { useCallback, useEffect, useState } from 'react';
import type { CountedOutput, Dimension } from '../../lib/domain/figures/counted.ts';
import { countedFrom } from '../../lib/domain/figures/months.ts';
import { countOf, dimensionsIn, type Scope, type Setting } from '../../lib/domain/figures/view.ts';
import { METRICS } from '../../lib/metrics/index.ts';
import { policyInForce } from '../../lib/settings/effective.ts';
import { countedSince } from '../../lib/store/ask/counted.ts';

type Metric = (typeof METRICS)[number];

/** What was counted, and under which rules. */
interface Counted {
  /** How many outputs something happened to. */
  outputs: number;
  counts: { metric: Metric; count: ReturnType<typeof counting> }[];
  /** By which a split shows anything. */
  dimensions: Dimension[];
  setting: Setting;
}

const counting = (metric: Metric, outputs: readonly CountedOutput[], setting: Setting, scope: Scope) =>
  countOf(metric, outputs, setting, scope);

/** Lets the page draw and listen between two metrics. */
const breath = () => new Promise((done) => setTimeout(done));

/** Reads everything once, and again when asked: figures that change while somebody reads them cannot be compared. */
async function count(scope: Scope): Promise<Counted> {
  const now = new Date().toISOString();
  const [outputs, inForce] = await Promise.all([countedSince(countedFrom(now)), policyInForce()]);
  const rules = inForce?.policy.format === 2 ? inForce.policy : undefined;
  const processes = new Map((rules?.processes ?? []).map((process) => [process.id, process]));
  const setting = { now, processes, calendar: rules?.calendar };
  const counts: Counted['counts'] = [];
  for (const metric of METRICS) {
    await breath();
    counts.push({ metric, count: counting(metric, outputs, setting, scope) });
  }
  return { outputs: outputs.length, counts, dimensions: dimensionsIn(outputs), setting };
}

export function useCounted(scope: Scope): { counted: Counted | undefined; failed: boolean; again(): void } {
  const [counted, setCounted] = useState<Counted>();
  const [failed, setFailed] = useState(false);
  const again = useCallback(() => {
    setFailed(false);
    count(scope).then(setCounted, (error) => {
      console.error('Countersign could not work out the figures:', error);
      setFailed(true);
    });
  }, [scope]);
  useEffect(again, [again]);
  return { counted, failed, again };
}
