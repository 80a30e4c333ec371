/** Keeps true what the box says of a text that is held: more may be known of it, and something else may hold, while somebody looks at it. */
import type { GateAnswered, GateSaid } from '../../messages/to-background/gate.ts';
import type { Found } from '../detect/found.ts';
import type { Bus } from '../frame/bus.ts';
import type { GateBox } from './box.ts';
import type { Judge, Leaving } from './judge.ts';
import type { GateKnown } from './known.ts';

interface HeldIn {
  box: Pick<GateBox, 'held' | 'renew' | 'close'>;
  known: GateKnown;
  judge: Judge;
  /** Where more is heard of an output; another one where the frame is read anew. */
  bus(): Pick<Bus, 'detector' | 'foundListeners'> | undefined;
}

export class Held {
  readonly #in: HeldIn;
  readonly #heard: (found: Found) => void;

  constructor(heldIn: HeldIn) {
    this.#in = heldIn;
    this.#heard = (found) => {
      if (this.#in.box.held?.found?.id !== found.id) return;
      this.#hear(found);
      // It has ended, and was never in view: nobody has told the background of it.
      if (found.state === 'complete' && found.hash === undefined) void this.#askFor(found);
    };
  }

  /** A text was just held. What is not known of it yet is asked for now; what is being written tells when it has ended. */
  follow(): void {
    const { box, bus } = this.#in;
    const { held } = box;
    const at = bus();
    at?.foundListeners.add(this.#heard);
    if (!held?.found || held.hash !== undefined) return;
    // Where the frame is read anew, the same answer is another object.
    const found = [...(at?.detector?.all() ?? [])].find(({ id }) => id === held.found?.id);
    // It is read for that: after the box is there, which somebody waits for.
    if (found?.state === 'complete') setTimeout(() => void this.#askFor(found));
  }

  async #askFor(found: Found): Promise<void> {
    await this.#in.bus()?.detector?.bringUp(found).catch(notAnswered);
    this.#hear(found);
  }

  /** More is known of an output: where it is the one that is held, what is said of it is said anew. */
  #hear(found: Found): void {
    const { box, judge } = this.#in;
    const { held } = box;
    if (!held?.found || held.found.id !== found.id || isSame(held, found)) return;
    const came = judge.again(held, found);
    if (came) box.renew(came);
    else box.close();
  }

  /** What was told of texts is in force now: of the one that is held it is shown, or the box goes. */
  take(answers: readonly GateAnswered[]): void {
    const { box, known } = this.#in;
    const { held } = box;
    const hash = answers.find((answer) => answer.hash === held?.hash)?.hash;
    if (!held || hash === undefined) return;
    const said = known.ofHeld({ ...held, hash });
    if (said) box.renew({ ...held, said });
    else box.close();
  }

  /** All that holds in the frame was told anew. What was put into a field is told of by itself. */
  renew(): void {
    this.follow();
    const { box, known } = this.#in;
    const { held } = box;
    if (!held?.found) return;
    const { hash } = held;
    const said = (hash === undefined ? undefined : known.ofHeld({ ...held, hash })) ?? known.at(held.found);
    if (!said) box.close();
    else if (wordsOf(said) !== wordsOf(held.said)) box.renew({ ...held, said });
  }
}

const isSame = ({ hash, changed }: Leaving, found: Found): boolean =>
  found.state === 'complete' && hash === found.hash && (changed ?? false) === (found.differs ?? false);

/** What is said, without how long it holds from now. */
const wordsOf = ({ endsInMs: _, ...said }: GateSaid): string => JSON.stringify(said);

/** Said once, without content: the extension is busy. It is told of again when the answer is next in view. */
function notAnswered(error: unknown): void {
  console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
}
