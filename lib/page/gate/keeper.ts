/** Carries out what the gate says: lets go, tells, or holds and shows the ways on. */
import { send } from '../../messages/send.ts';
import type { GateBox } from './box.ts';
import type { Leaving } from './judge.ts';

/** How a text is about to leave. */
type Way = 'copy' | 'drag' | 'button' | 'write' | 'submit';

/** What is done with it: it goes, it goes with a line, it stays. */
type Verdict = 'goes' | 'labelled' | 'stays';

/** Effects at which an active gate keeps a text from going as it is. */
const KEEPS: ReadonlySet<string> = new Set(['ask', 'label', 'hold']);

/** What of the box at the gate is used here. */
type Says = Pick<GateBox, 'hold' | 'tell'>;

export class Keeper {
  readonly #box: Says;

  constructor(box: Says) {
    this.#box = box;
  }

  /**
   * Decides at once, and says what a person has to know. `place`: where on the screen it was. `goOn`: does what was held, once
   * it may go and the person says so; where it is missing, the text is put onto the clipboard.
   */
  decide(came: Leaving | undefined, way: Way, place: DOMRect | undefined, goOn?: () => void): Verdict {
    if (!came) return 'goes';
    const verdict = this.#carryOut(came, way, place, goOn);
    // Whoever waits for the reasons waits for nothing else; with what goes the page may go too.
    if (verdict === 'stays') setTimeout(() => count(came));
    else count(came);
    return verdict;
  }

  #carryOut(came: Leaving, way: Way, place: DOMRect | undefined, goOn?: () => void): Verdict {
    const { effect, would } = came.said;
    if (effect === 'pass') {
      if (KEEPS.has(would)) this.#box.tell(came, 'dryRun', place);
      return 'goes';
    }
    if (effect === 'tell') {
      this.#box.tell(came, 'told', place);
      return 'goes';
    }
    if (effect === 'label' && way === 'copy') {
      this.#box.tell(came, 'labelled', place);
      return 'labelled';
    }
    this.#box.hold(came, place, goOn);
    return 'stays';
  }
}

function count({ hash, said: { would, process } }: Leaving): void {
  const isHeld = KEEPS.has(would);
  void send('gate.count', { ...(hash ? { hash } : {}), processId: process.processId, isHeld }).catch(failed);
}

/** Said once, without content: the extension is busy, or was updated under us. */
function failed(error: unknown): void {
  console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
}
