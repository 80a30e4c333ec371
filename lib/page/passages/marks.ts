/**
 * Marks a passage in the page by the CSS Custom Highlight API: no element is wrapped, the page's DOM stays as it is. One
 * passage at a time, and only while a person asks for it, since a page can see which of its words are highlighted.
 */
import type { Severity } from '../../domain/codes.ts';
import { markName } from '../../messages/marks.ts';
import { scrollerOf } from '../ours/layer.ts';

const SEVERITIES: readonly Severity[] = ['neutral', 'minor', 'major', 'critical'];

/** `highlightsFromPoint` is not everywhere yet, nor in the types. */
interface PointRegistry {
  highlightsFromPoint?(x: number, y: number, options: { shadowRoots: ShadowRoot[] }): { highlight: Highlight }[];
}

export class Mark {
  #ranges: Range[] = [];
  #highlight: Highlight | undefined;
  #severity: Severity | undefined;

  /** Marks these ranges and no others. */
  draw(ranges: readonly Range[], severity: Severity): void {
    this.clear();
    if (ranges.length === 0) return;
    this.#ranges = [...ranges];
    this.#severity = severity;
    this.#highlight = new Highlight(...ranges);
    CSS.highlights.set(markName(severity), this.#highlight);
  }

  clear(): void {
    for (const severity of SEVERITIES) if (severity === this.#severity) CSS.highlights.delete(markName(severity));
    this.#ranges = [];
    this.#highlight = undefined;
    this.#severity = undefined;
  }

  /** Whether all that is marked is still drawn: a page that renders anew takes the text nodes away. */
  get stands(): boolean {
    return (
      this.#ranges.length > 0 && this.#ranges.every((range) => !range.collapsed && range.startContainer.isConnected)
    );
  }

  /** Whether a point of the viewport lies on marked words. */
  holds(x: number, y: number): boolean {
    const [first] = this.#ranges;
    if (!first || !this.#highlight) return false;
    const registry = CSS.highlights as unknown as PointRegistry;
    const root = first.startContainer.getRootNode();
    const shadowRoots = root instanceof ShadowRoot ? [root] : [];
    const hits = registry.highlightsFromPoint?.(x, y, { shadowRoots });
    if (hits) return hits.some(({ highlight }) => highlight === this.#highlight);
    return this.#ranges.some((range) => [...range.getClientRects()].some((rect) => isIn(rect, x, y)));
  }

  /** Brings the marked words into the middle of what can be seen, in every scroller and frame around them. */
  scrollTo(): void {
    const [first] = this.#ranges;
    const parent = first?.startContainer.parentElement;
    if (!first || !parent) return;
    // A tab that nobody sees may be laid out anew when it is looked at (`passages.test.ts`, a passage in a frame).
    if (document.hidden) addEventListener('visibilitychange', () => this.scrollTo(), { once: true });
    parent.scrollIntoView({ block: 'center' });
    // In a text node that is higher than the window, the words themselves may still be out of sight.
    const { top, bottom } = first.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) scrollerOf(parent).scrollBy({ top: top - innerHeight / 2 });
  }
}

const isIn = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;
