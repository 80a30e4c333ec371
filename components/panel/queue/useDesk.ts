import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { i18n } from '#i18n';
import { isSieving } from '../../../lib/domain/decision/sifted.ts';
import type { ProbeTold } from '../../../lib/messages/to-background/decision.ts';
import { asideSizes } from '../../../lib/store/ask/aside.ts';
import { queueSize } from '../../../lib/store/ask/line.ts';
import { useSend } from '../../sending/useSend.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { type Decided, type Given, useTakingBack } from '../decided/useTakingBack.ts';
import { useSieve } from '../filter/useSieve.ts';
import type { Handled } from '../handling/useHandled.ts';
import { useCommand } from '../keys/KeyedCommands.tsx';
import { useOpenOutput } from '../line/useOpenOutput.ts';
import { stepInList } from './stepInList.ts';

/** What lies before a lead: the line, what is open of it, what was decided last, and whether they go back through that. */
export function useDesk() {
  const all = useLiveQuery(() => queueSize());
  const aside = useLiveQuery(() => asideSizes());
  const { line, first, early, unsearched, isPart, ...sieving } = useSieve();
  const { open, left, show, leave, advance, step } = useOpenOutput(line);
  const [last, setLast] = useState<Decided | Handled>();
  const [probe, setProbe] = useState<ProbeTold>();
  const [isBackward, setBackward] = useState(false);
  const announce = useAnnounce();
  const { takeBack, busy: isTakingBack } = useTakingBack();
  const { carryOut, busy: isEnding } = useSend();
  const busy = isTakingBack || isEnding;
  const undo = async () => {
    if (!last) return;
    const end = ({ hash, handlingId }: Handled) =>
      carryOut('handling.end', { hash, handlingId }, i18n.t('panel.handling.undone'));
    if (!(await ('verdict' in last ? takeBack(last) : end(last)))) return;
    setLast(undefined);
    show(last.hash);
  };
  const decided = (made: Decided | Given) => {
    setLast('decisionId' in made ? made : undefined);
    setProbe('probe' in made ? made.probe : undefined);
    if (!isBackward) {
      announce(`${made.words} ${whatNext(advance(), isSieving(sieving.sieve))}`);
      return;
    }
    // Whoever goes back through what they decided goes on there.
    leave();
    announce(made.words);
  };
  const handled = (made: Handled) => {
    setLast(made);
    // Who has it in hand goes on with it; what rests, or is answered by another, makes room for the next.
    const isGone = made.what !== 'assigned' && !sieving.sieve.aside && !isBackward;
    announce(isGone ? `${made.words} ${whatNext(advance(), isSieving(sieving.sieve))}` : made.words);
  };
  const move = (by: 1 | -1) => (open === undefined ? stepInList(by) : step(by)) || announce(i18n.t('panel.queue.end'));
  useCommand('next', () => move(1));
  useCommand('previous', () => move(-1));
  useCommand('undo', last && !busy ? () => void undo() : undefined);
  useCommand(
    'back',
    wayBack(open, leave, isBackward, () => setBackward(false)),
  );
  useCommand('mine', open === undefined && !isBackward ? () => setBackward(true) : undefined);
  return {
    // The first rows do not wait until all that waits is counted.
    all: all ?? line?.length ?? 0,
    counted: counted(all, line?.length ?? 0, isSieving(sieving.sieve)),
    isReading: all === undefined && line?.length === 0,
    sieving,
    ...{ line, first, early, unsearched, isPart },
    open,
    left,
    show,
    leave,
    last,
    probe,
    forgetProbe: () => setProbe(undefined),
    undo,
    busy,
    decided,
    handled,
    aside,
    isBackward,
    setBackward,
  };
}

/** How many wait in all, and how many of them are what is looked for. */
export interface Counted {
  all: number;
  shown: number;
}

const counted = (all: number | undefined, shown: number, isSieved: boolean): Counted | undefined =>
  all === undefined ? undefined : { all, shown: isSieved ? shown : all };

/** "No other is waiting" only where that is so, and not where the others are only out of sight. */
function whatNext(isNext: boolean, isSieved: boolean): string {
  if (isNext) return i18n.t('panel.queue.next');
  return i18n.t(isSieved ? 'panel.sieve.done' : 'panel.queue.done');
}

/** From what is open to its list, from what was decided to the queue; from the queue nowhere. */
function wayBack(open: string | undefined, leave: () => void, isBackward: boolean, forward: () => void) {
  if (open !== undefined) return leave;
  return isBackward ? forward : undefined;
}
