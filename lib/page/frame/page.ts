/** What reads a frame by one profile: the detector, the badges of what it finds, their cards. */
import { browser } from 'wxt/browser';
import type { OutputStatus } from '../../messages/to-background/output.ts';
import { Detector } from '../detect/detect.ts';
import type { Found } from '../detect/found.ts';
import { forgetTold, tell, wasTold } from '../detect/tell.ts';
import type { Turns } from '../detect/turns.ts';
import { Badges } from '../ours/badges.ts';
import { type Bus, type ComposeNews, openBus } from './bus.ts';
import { Cards } from './cards.ts';
import type { FramePage } from './frame.ts';
import { type PageMessage, statusesIn } from './guard.ts';
import { failed } from './load.ts';

export class Page implements FramePage {
  readonly #turns: Turns;
  readonly #bus: Bus;
  readonly #detector: Detector;
  readonly #badges: Badges;
  readonly #cards: Cards;

  constructor(turns: Turns, signal: AbortSignal, earlier: readonly Found[]) {
    this.#turns = turns;
    this.#bus = openBus(signal);
    this.#badges = new Badges(
      {
        open: (found, by) => void this.#cards.open(found, by),
        dismiss: () => this.#bus.card?.close(),
        visible: (found) => void this.#tell(found),
        label: (status) => word(`status.${status}`),
        title: (status) => word('badge.title', [word(`status.${status}`)]),
      },
      signal,
    );
    this.#cards = new Cards(turns, this.#bus, this.#badges, (found) => this.#tell(found));
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
    for (const found of this.#detector.all()) if (forgetTold(found)) void this.#tell(found);
  }

  lookOver(): void {
    this.#detector.list();
    this.#detector.sweep();
  }

  answer(message: PageMessage): unknown {
    if (message.type === 'outputs.list') return this.#detector.list();
    if (message.type === 'flag.open') return this.#flag(message.outputId);
    if (message.type === 'output.reveal') return this.#reveal(message.outputId);
    if (message.type === 'passage.show') {
      const found = this.#withId(message.outputId);
      return found && this.#cards.show(found, message);
    }
    if (message.type === 'passage.clear') this.#cards.clear();
    if (message.type === 'compose.closed') this.#tellCard(message.saved ? 'saved' : 'closed');
    if (message.type === 'compose.typed') this.#tellCard(message.changed ? 'typed' : 'untouched');
    if (message.type === 'status.change') this.#setStatuses(statusesIn(message.statuses));
    return null;
  }

  #tellCard(news: ComposeNews): void {
    for (const listener of this.#bus.composeListeners) listener(news);
  }

  #completed(found: Found): void {
    this.#badges.add(found, 'unreviewed');
    this.#cards.renewed(found);
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

  #setStatuses(statuses: readonly OutputStatus[]): void {
    for (const found of this.#detector.all()) {
      const status = statuses.find(({ hash }) => hash === found.hash);
      if (status) this.#badges.setStatus(found, status.status);
    }
    for (const listener of this.#bus.statusListeners) listener(statuses);
  }

  #withId(outputId: string): Found | undefined {
    return this.found().find(({ id }) => id === outputId);
  }

  #reveal(outputId: string): boolean {
    const found = this.#withId(outputId);
    if (!found) return false;
    found.turn.scrollIntoView({ block: 'center' });
    this.#badges.flash(found);
    return true;
  }

  /** Opens a card for the keyboard: that of an id, or that of the output in which words are selected. */
  async #flag(outputId: string | undefined): Promise<boolean> {
    for (const found of this.found()) {
      const isMeant = outputId ? found.id === outputId : await this.#cards.selected(found);
      if (found.state !== 'complete' || !isMeant) continue;
      found.turn.scrollIntoView({ block: 'nearest' });
      this.#cards.flag(found);
      return true;
    }
    return false;
  }
}

/** Words of the locales, asked of the browser itself: what `#i18n` adds to that (plurals) would be paid in every tab. */
const word = (key: string, filled?: string[]): string =>
  (browser.i18n.getMessage as (name: string, filled?: string[]) => string)(key.replaceAll('.', '_'), filled);
