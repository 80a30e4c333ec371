/** What reads a frame by one profile: the detector, the badges of what it finds, their cards. */
import { browser } from 'wxt/browser';
import type { Anchored } from '../../domain/anchoring/resolve.ts';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import type { ListedOutput, PassageWanted } from '../../messages/to-page/index.ts';
import { Detector } from '../detect/detect.ts';
import type { Found } from '../detect/found.ts';
import { forgetTold, tell, wasTold } from '../detect/tell.ts';
import type { Turns } from '../detect/turns.ts';
import type { Badges } from '../ours/badges.ts';
import { badgesFor } from '../ours/port.ts';
import { type Bus, type ComposeNews, openBus } from './bus.ts';
import { Cards } from './cards.ts';
import type { FramePage, Selecting } from './frame.ts';
import { failed } from './load.ts';

export class Page implements FramePage {
  readonly #turns: Turns;
  readonly #bus: Bus;
  readonly #detector: Detector;
  readonly #cards: Cards;
  /** The output on which the context menu was opened last. */
  #pointed: string | undefined;
  /** Made with the first answer. */
  #badges: Badges | undefined;
  readonly #makeBadges: () => Badges | undefined;

  constructor(turns: Turns, signal: AbortSignal, earlier: readonly Found[]) {
    this.#turns = turns;
    this.#bus = openBus(signal);
    this.#makeBadges = () =>
      badgesFor(
        {
          open: (found, by) => void this.#cards.open(found, by),
          dismiss: () => this.#bus.card?.close(),
          visible: (found) => void this.#tell(found),
          label: (status) => word(`status.${status}`),
          title: (status, mark) =>
            word('badge.title', [word(`status.${status}`) + (mark ? `, ${word(`panel.gate.mark.${mark}`)}` : '')]),
        },
        signal,
      );
    this.#cards = new Cards(
      turns,
      this.#bus,
      () => this.#badges,
      (found) => this.#tell(found),
    );
    this.#bus.detector = this.#detector = new Detector(
      turns,
      {
        completed: (found) => this.#completed(found),
        ended: (found) => moreKnown(found, this.#bus),
        gone: (found) => this.#badges?.forget(found),
        moved: (found, from) => this.#badges?.move(found, from),
      },
      signal,
      earlier,
    );
  }

  /** What was found, in page order. */
  found(): Found[] {
    return this.#detector.found();
  }

  readonly all = (): Iterable<Found> => this.#detector.all();

  tellAgain(): void {
    for (const found of this.#detector.all()) if (forgetTold(found)) void this.#tell(found);
  }

  lookOver(): void {
    this.#detector.list();
    this.#detector.sweep();
  }

  list(): ListedOutput[] {
    return this.#detector.list();
  }

  tellCard(news: ComposeNews): null {
    for (const listener of this.#bus.composeListeners) listener(news);
    return null;
  }

  #completed(found: Found): void {
    this.#badges ??= this.#makeBadges();
    this.#badges?.add(found, 'unreviewed');
    this.#cards.renewed(found);
    // What arrived before our eyes is told at once; what was there before, when somebody looks at it.
    if (found.grew || wasTold(found)) void this.#tell(found);
  }

  async #tell(found: Found): Promise<void> {
    if (found.state !== 'complete') return;
    const status = await tell(found, this.#turns).catch(failed);
    if (!status) return;
    this.#badges?.setStatus(found, status.status, status.mark);
    moreKnown(found, this.#bus);
  }

  setStatuses(statuses: readonly OutputStatus[]): null {
    for (const found of this.#detector.all()) {
      const status = statuses.find(({ hash }) => hash === found.hash);
      if (status) this.#badges?.setStatus(found, status.status, status.mark);
    }
    for (const listener of this.#bus.statusListeners) listener(statuses);
    return null;
  }

  #withId(outputId: string): Found | undefined {
    return this.found().find(({ id }) => id === outputId);
  }

  showPassage(wanted: PassageWanted): Promise<Anchored | null> | undefined {
    const found = this.#withId(wanted.outputId);
    return found && this.#cards.show(found, wanted);
  }

  clearPassage(): null {
    this.#cards.clear();
    return null;
  }

  reveal(outputId: string): boolean {
    const found = this.#withId(outputId);
    if (!found) return false;
    found.turn.scrollIntoView({ block: 'center' });
    this.#badges?.flash(found);
    return true;
  }

  offerFlag({ path, point }: Selecting): void {
    const { type, anchorNode, focusNode } = document.getSelection() ?? {};
    const ends = type === 'Range' ? [anchorNode, focusNode] : [];
    for (const found of this.#detector.all()) {
      // What is selected in a shadow root is not seen from here: there it counts where the pointer was.
      const isIn =
        found.root instanceof ShadowRoot ? path.includes(found.turn) : ends.some((end) => inTurn(found, end));
      if (isIn && found.state === 'complete') return void this.#cards.offer(found, point);
    }
  }

  point(path: readonly EventTarget[]): void {
    this.#pointed = this.found().find(({ turn }) => path.includes(turn))?.id;
  }

  async flag(outputId: string | undefined, pointed?: boolean): Promise<boolean> {
    for (const found of this.found()) {
      const isMeant = outputId ? found.id === outputId : await this.#cards.selected(found);
      if (isMeant && this.#flag(found)) return true;
    }
    const found = pointed && this.#pointed ? this.#withId(this.#pointed) : undefined;
    return found !== undefined && this.#flag(found);
  }

  #flag(found: Found): boolean {
    if (found.state !== 'complete') return false;
    found.turn.scrollIntoView({ block: 'nearest' });
    this.#cards.flag(found);
    return true;
  }
}

function moreKnown(found: Found, { foundListeners }: Bus): void {
  for (const listener of foundListeners) listener(found);
}

const inTurn = ({ turn }: Found, node: Node | null | undefined): boolean => Boolean(node && turn.contains(node));

/** Words of the locales, asked of the browser itself: what `#i18n` adds to that (plurals) would be paid in every tab. */
const word = (key: string, filled?: string[]): string =>
  (browser.i18n.getMessage as (name: string, filled?: string[]) => string)(key.replaceAll('.', '_'), filled);
