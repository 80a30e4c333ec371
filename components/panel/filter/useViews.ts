import type { QueueOrder, Sieve } from '../../../lib/domain/decision/sifted.ts';
import { MOST_VIEWS } from '../../../lib/domain/limits.ts';
import type { SavedView } from '../../../lib/domain/policy/queue-section.ts';
import { savedViews } from '../../../lib/settings/items.ts';
import { useSetting } from '../../sending/useSetting.ts';
import { useGovernance } from '../gate/useGate.ts';
import type { Sieving } from './sieving.ts';

const WATCHED = [savedViews];
const readViews = () => savedViews.getValue();

/** A view, and whose it is. */
interface KnownView {
  name: string;
  sieve: Sieve;
  order: QueueOrder;
  of: 'team' | 'own';
}

/** The views of the team's rules and those of this device, which of them is looked at, and the ways to keep and drop one's own. */
export function useViews({ sieve, setSieve, order, setOrder }: Sieving) {
  const team = useGovernance()?.queue?.views ?? [];
  const [own = []] = useSetting(readViews, WATCHED);
  const views = [...team.map((view) => known(view, 'team')), ...own.map((view) => known(view, 'own'))];
  const now = asText(sieve, order);
  const shown = views.findIndex((view) => asText(view.sieve, view.order) === now);
  const show = (view: KnownView | undefined) => {
    setSieve(view?.sieve ?? {});
    setOrder(view?.order ?? 'gravest');
  };
  /** Under a name that one has already it takes the place of that one. */
  const keep = (name: string): Promise<void> =>
    savedViews.setValue([...own.filter((view) => view.name !== name), { name, sieve, order }].slice(-MOST_VIEWS));
  const drop = (name: string): Promise<void> => savedViews.setValue(own.filter((view) => view.name !== name));
  return { views, shown, show, keep, drop };
}

const known = ({ name, sieve = {}, order = 'gravest' }: SavedView, of: KnownView['of']): KnownView => ({
  ...{ name, order, of },
  sieve: Object.fromEntries(Object.entries(sieve).filter(([, value]) => value !== undefined)),
});

/** The same in whatever order it was asked. */
const asText = (sieve: Sieve, order: QueueOrder): string =>
  JSON.stringify([order, Object.entries(sieve).sort(([one], [other]) => (one < other ? -1 : 1))]);
