import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { countOfGate } from '../../../lib/settings/gate-counts.ts';
import type { GateCount } from '../../../lib/settings/items.ts';
import { outputsByHashes } from '../../../lib/store/ask/queries.ts';

/** What a dry run would have held in this browser, and how much of that was approved as it was. */
export function DryRun({ process }: { process: Process }) {
  const [count, setCount] = useState<GateCount>();
  const isDry = process.gate.mode === 'evaluate';
  useEffect(() => {
    if (isDry) void countOfGate(process.id).then(setCount);
  }, [process.id, isDry]);
  const outputs = useLiveQuery(() => outputsByHashes(count?.hashes ?? []), [count]);
  if (!isDry || !count || !outputs) return null;
  const unchanged = [...outputs.values()].filter(({ status }) => status === 'approved').length;
  return <p>{i18n.t('panel.gate.wouldHave', { held: count.held, came: count.came, unchanged })}</p>;
}
