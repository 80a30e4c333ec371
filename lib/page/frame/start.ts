/** Puts the page side together: which profile, the detector, the badges, the messages. */
import { browser } from 'wxt/browser';
import type { Passage } from '../../domain/anchoring/anchor.ts';
import { send } from '../../messages/send.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { Detector } from '../detect/detect.ts';
import { type Found, promptOf, traceOf } from '../detect/found.ts';
import { forgetTold, tell, wasTold } from '../detect/tell.ts';
import type { Turns } from '../detect/turns.ts';
import { retirePrevious } from '../ground/retire.ts';
import { Badges } from '../ours/badges.ts';
import {
  type Bus,
  type CardRequest,
  type ComposeNews,
  OWN_ATTRIBUTE,
  openBus,
  type PassageView,
  type Wanted,
} from './bus.ts';
import { Frame, type FramePage } from './frame.ts';
import { type PageMessage, pageMessage, statusesIn } from './guard.ts';
import { awaitMarker } from './marker.ts';
import { offerTeachable } from './teachable.ts';

/** Starts to watch this frame. A script that watched it before is retired. */
export function startPage(): void {
  const signal = retirePrevious();
  const frame = new Frame((turns, until, earlier) => new Page(turns, until, earlier), signal);
  const begin = () => ask(frame, frame.marker).catch(failed);
  // Says once more what is read here, and what was found.
  const again = () => begin().then(() => frame.page?.tellAgain());
  listen(frame, () => void begin());
  offerTeachable(frame);
  hearPastes(frame);
  // A page that comes back from the back/forward cache is a document that the background has forgotten.
  addEventListener('pageshow', (event) => event.persisted && void again(), { signal });
  void begin();
}

/** Asks how to read this frame, and reads it so. `tool`: a known one whose marker was found. */
async function ask(frame: Frame, tool?: string): Promise<void> {
  const { profile, evidence, known, learn, markers } = await send('detector.start', tool ? { tool } : {});
  if (frame.signal.aborted || (profile && frame.isReadBy(profile) && frame.learns === learn)) return;
  const round = frame.begin(tool);
  frame.learns = learn;
  if (profile) frame.read(profile, evidence);
  frame.known = known;
  if (known) awaitPerson(round, () => void load('health'));
  if (profile && !learn) return;
  // A profile that knows the tool knows more than anything that could be learned.
  awaitMarker(markers, (marker) => void ask(frame, marker).catch(failed), round);
  // Also while it is read by what was learned before: that may have gone stale.
  if (learn && !round.aborted) await load('learner');
}

/** Calls once, when a person first does anything in the frame: nobody who only reads needs what follows. */
function awaitPerson(signal: AbortSignal, then: () => void): void {
  const done = new AbortController();
  const first = () => {
    done.abort();
    then();
  };
  for (const type of ['pointerdown', 'keydown']) hear(type, first, AbortSignal.any([signal, done.signal]));
}

/** What a person pastes or drops goes to the script that asks about it, which is there from the first one on. */
function hearPastes(frame: Frame): void {
  const push = (text?: string) => frame.pastes.push(text) && load('reuse');
  hear('paste', (event) => push((event as ClipboardEvent).clipboardData?.getData('text')), frame.signal);
  hear(
    'drop',
    (event) => {
      const text = (event as DragEvent).dataTransfer?.getData('text');
      const isIn = () => document.activeElement?.contains(event.target as Node);
      // Only then does what it was dropped in hold it, and the keyboard. Elsewhere it is the page's own affair.
      setTimeout(() => isIn() && push(text));
    },
    frame.signal,
  );
}

/** Calls back with what a person does in the frame, before the page hears of it. */
const hear = (type: string, then: (event: Event) => unknown, signal: AbortSignal): void =>
  document.addEventListener(type, (event) => event.isTrusted && then(event), { capture: true, signal });

/** Has a script injected that is not in every frame. */
const load = (script: MessageBody<'script.load'>['script']) => send('script.load', { script }).catch(failed);

function listen(frame: Frame, askAgain: () => void): void {
  const listener = (message: unknown, _: unknown, reply: (answer: unknown) => void) => {
    const ours = pageMessage(message);
    if (!ours) return undefined;
    if (ours.type === 'reading.change') askAgain();
    const none = ours.type === 'outputs.list' ? [] : null;
    void Promise.resolve(frame.page?.answer(ours))
      .catch(failed)
      .then((answer) => reply(answer ?? none));
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  frame.signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

/** Words of the locales, asked of the browser itself: what `#i18n` adds to that (plurals) would be paid in every tab. */
const word = (key: string, filled?: string[]): string =>
  (browser.i18n.getMessage as (name: string, filled?: string[]) => string)(key.replaceAll('.', '_'), filled);

/** A message that did not arrive: the extension was updated under us, or is busy. Said once, without content. */
function failed(error: unknown): undefined {
  console.debug('Countersign:', (error as Error | undefined)?.message);
}

class Page implements FramePage {
  readonly #turns: Turns;
  readonly #bus: Bus;
  readonly #detector: Detector;
  readonly #badges: Badges;
  #view: PassageView | undefined;

  constructor(turns: Turns, signal: AbortSignal, earlier: readonly Found[]) {
    this.#turns = turns;
    this.#bus = openBus(signal);
    this.#badges = new Badges(
      {
        open: (found, by) => this.#open(found, by),
        dismiss: () => this.#bus.card?.close(),
        visible: (found) => void this.#tell(found),
        label: (status) => word(`status.${status}`),
        title: (status) => word('badge.title', [word(`status.${status}`)]),
      },
      signal,
    );
    this.#bus.detector = this.#detector = new Detector(
      turns,
      {
        completed: (found) => this.#completed(found),
        gone: (found) => this.#badges.forget(found),
        moved: (found, from) => this.#badges.move(found, from),
      },
      signal,
      earlier,
    );
  }

  /** What was found, in page order. */
  found(): Found[] {
    return this.#detector.found();
  }

  tellAgain(): void {
    for (const found of this.#detector.all()) {
      if (forgetTold(found)) void this.#tell(found);
    }
  }

  lookOver(): void {
    this.#detector.list();
    this.#detector.sweep();
  }

  answer(message: PageMessage): unknown {
    if (message.type === 'outputs.list') return this.#detector.list();
    if (message.type === 'flag.open') return this.#flag(message.outputId);
    if (message.type === 'output.reveal') return this.#reveal(message.outputId);
    if (message.type === 'passage.show') return this.#showPassage(message as unknown as Wanted & { outputId: string });
    if (message.type === 'passage.clear') this.#view?.clear();
    if (message.type === 'compose.closed') this.#tellCard(message.saved === true ? 'saved' : 'closed');
    if (message.type === 'compose.typed') this.#tellCard(message.changed === true ? 'typed' : 'untouched');
    if (message.type === 'status.change') this.#setStatuses(message);
    return null;
  }

  #tellCard(news: ComposeNews): void {
    for (const listener of this.#bus.composeListeners) listener(news);
  }

  #completed(found: Found): void {
    this.#badges.add(found, 'unreviewed');
    this.#view?.renewed(found);
    // What arrived before our eyes is told at once; what was there before, when somebody looks at it.
    if (found.grew || wasTold(found)) void this.#tell(found);
  }

  async #tell(found: Found): Promise<void> {
    if (found.state !== 'complete') return;
    const status = await tell(found, this.#turns).catch((error: unknown) => {
      forgetTold(found); // told again when it is next in view
      failed(error);
    });
    if (status) this.#badges.setStatus(found, status.status);
  }

  #setStatuses(message: PageMessage): void {
    const statuses = statusesIn(message);
    for (const found of this.#detector.all()) {
      const status = statuses.find(({ hash }) => hash === found.hash);
      if (status) this.#badges.setStatus(found, status.status);
    }
    for (const listener of this.#bus.statusListeners) listener(statuses);
  }

  #reveal(outputId: unknown): boolean {
    const found = this.#detector.found().find(({ id }) => id === outputId);
    if (!found) return false;
    found.turn.scrollIntoView({ block: 'center' });
    this.#badges.flash(found);
    return true;
  }

  /** Opens an output's card for the keyboard, once its badge is in sight: that of an id, or that in which is selected. */
  async #flag(outputId: unknown): Promise<boolean> {
    for (const found of this.#detector.found()) {
      if (found.state !== 'complete' || (outputId ? found.id !== outputId : !(await this.#selected(found)))) continue;
      found.turn.scrollIntoView({ block: 'nearest' });
      const open = (tries: number): unknown =>
        this.#badges.rectOf(found) || !tries
          ? this.#open(found, 'command')
          : requestAnimationFrame(() => open(tries - 1));
      open(60);
      return true;
    }
    return false;
  }

  /** The passage script, injected when it is first needed. */
  async #passages() {
    if (!this.#bus.passages) await load('passages');
    return this.#bus.passages;
  }

  async #showPassage({ outputId, ...wanted }: Wanted & { outputId: string }) {
    const port = await this.#passages();
    const found = this.#detector.found().find(({ id }) => id === outputId);
    if (!port || !found) return null;
    this.#view ??= port.view(this.#turns, (pressed) => void this.#open(pressed, 'press'));
    return this.#view.show(found, wanted);
  }

  /** What is selected in an output now, as a passage. The script for it is not loaded where nothing is selected. */
  async #selected(found: Found): Promise<Passage | undefined> {
    // A selection in a shadow root is not seen from here.
    if (document.getSelection()?.type !== 'Range' && !(found.root instanceof ShadowRoot)) return undefined;
    const port = this.#bus.passages ?? (await this.#passages());
    return port?.selected(found, this.#turns);
  }

  async #open(found: Found, by: CardRequest['by']): Promise<void> {
    if (!found.hash) await this.#tell(found);
    if (!found.hash || found.text === undefined) return;
    const prompt = promptOf(found, this.#turns);
    const passage = await this.#selected(found);
    const request = {
      outputId: found.id,
      hash: found.hash,
      trace: traceOf(found, found.text, this.#turns),
      ...(prompt ? { prompt } : {}),
      passages: passage ? [passage] : [],
      place: () => this.#badges.rectOf(found),
      selected: () => this.#selected(found),
      isText: (event: Event) => event.composedPath().includes(found.turn),
      isOurs: ({ target }: Event) => target instanceof Element && target.hasAttribute(OWN_ATTRIBUTE),
      focusBadge: () => this.#badges.focus(found),
      by,
    };
    if (this.#bus.card) return this.#bus.card.open(request);
    const loading = this.#bus.pending !== undefined;
    this.#bus.pending = request;
    if (loading) return;
    // Or nothing would ever be loaded again.
    if ((await load('overlay')) === undefined) this.#bus.pending = undefined;
  }
}
