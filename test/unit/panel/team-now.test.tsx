/** What the panel shows of a gate goes by the clock that the gate goes by. */
import { parseHTML } from 'linkedom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { useTeamNow } from '../../../components/panel/useTeamNow.ts';
import type { CollectorPolicy } from '../../../lib/domain/policy/signed/taken.ts';
import { policyFromCollector } from '../../../lib/settings/items.ts';

const DAY_MS = 24 * 3_600_000;

const said: (string | undefined)[] = [];
function Probe(): null {
  said.push(useTeamNow());
  return null;
}

it('the panel takes the time from the team’s server, also when that is found to be another', async () => {
  const ahead = (aheadMs: number) =>
    policyFromCollector.setValue({ team: 'acme', aheadMs, checkedBy: '0' } as CollectorPolicy & { checkedBy: string });
  await ahead(8 * DAY_MS);
  const window = parseHTML('<html><body><main></main></body></html>');
  for (const name of ['window', 'document', 'Element', 'HTMLElement', 'Node'] as const)
    vi.stubGlobal(name, Reflect.get(window, name));
  const root = createRoot(window.document.querySelector('main') as unknown as Element);
  root.render(<Probe />);
  const aheadBy = () => Date.parse(said.at(-1) ?? '') - Date.now();
  await expect.poll(() => Math.abs(aheadBy() - 8 * DAY_MS)).toBeLessThan(60_000);
  expect(said[0]).toBeUndefined();
  await ahead(-DAY_MS);
  await expect.poll(() => Math.abs(aheadBy() + DAY_MS)).toBeLessThan(60_000);
  // Nothing else was ever shown: not the clock of this computer, in between.
  expect(said.filter((at) => at && Math.abs(Date.parse(at) - Date.now()) < DAY_MS / 2)).toEqual([]);
  root.unmount();
  vi.unstubAllGlobals();
});
