/**
 * Looks at the texts that stand in a page, where the policy asks for it, and marks those that have a verdict. In idle time, a
 * few texts at a time, each once; the texts go to the background only. Every text that is looked at gets a mark of the same
 * size, that of one without a verdict cannot be seen: what a page can measure is the same for all of them.
 */
import { LONGEST_BLOCK } from '../../domain/limits.ts';
import { STATUS_LOOK } from '../../look/status.ts';
import { setTone } from '../../look/tone.ts';
import tones from '../../look/tones.css?inline';
import { send } from '../../messages/send.ts';
import type { Teachable } from '../frame/teachable.ts';
import { iconOf } from '../ours/icon.ts';
import { Layer, scrollerOf } from '../ours/layer.ts';
import { SAID_CSS } from '../ours/said.ts';
import { said } from './notice-face.ts';
import { wordsFor } from './words.ts';

/** Shorter texts are not looked at. */
const FEWEST_CHARACTERS = 120;
/** Texts of one page that are looked at, and in one message. */
const MOST_TEXTS = 200;
const AT_ONCE = 5;
/** How long a page is left alone after it changed before it is looked at again. */
const REST_MS = 3_000;
const BLOCKS = 'p, li, td, dd, blockquote, pre, article, section, div, textarea';

const MARK_CSS = `${tones}${SAID_CSS}
.mark { position: absolute; box-sizing: border-box; width: 260px; height: 24px; padding: 0 9px; border-radius: 12px; pointer-events: none;
  display: flex; align-items: center; gap: 5px; opacity: .01; font: 500 12px/1 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  color: var(--tone-ink); background: var(--tone-paper); border: 1px solid var(--tone-line); white-space: nowrap }
.mark[data-status] { opacity: 1 }
[data-said] { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis }
svg { width: 14px; height: 14px; flex: none; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round }
@media print { .mark { display: none } }`;

interface Mark {
  block: Element;
  layer: Layer;
  element: HTMLElement;
}

/** Looks at a page until the signal, and again when it has changed. */
export function lookAtPage(frame: Teachable, signal: AbortSignal): void {
  const seen = new WeakMap<Element, number>();
  const layers = new Map<Element, Layer>();
  const marks: Mark[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let left = MOST_TEXTS;
  const look = async () => {
    timer = undefined;
    const blocks = blocksIn(document, frame, seen).slice(0, left);
    left -= blocks.length;
    for (let at = 0; at < blocks.length && !signal.aborted; at += AT_ONCE) {
      await idle();
      await ask(blocks.slice(at, at + AT_ONCE), layers, marks, signal);
    }
    place(marks);
  };
  const soon = () => {
    if (left > 0) timer ??= setTimeout(() => void look().catch(failed), REST_MS);
  };
  const changes = new MutationObserver(soon);
  changes.observe(document, { subtree: true, childList: true, characterData: true });
  addEventListener('resize', () => place(marks), { signal, passive: true });
  signal.addEventListener('abort', () => {
    changes.disconnect();
    clearTimeout(timer);
    for (const layer of layers.values()) layer.remove();
  });
  void look().catch(failed);
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: 2_000 });
    else setTimeout(resolve, 50);
  });

const textIn = (block: Element): string =>
  (block instanceof HTMLTextAreaElement ? block.value : (block.textContent ?? '')).trim();

/** The innermost elements that hold a text of some length, which was not looked at, and is no output that the page shows. */
function blocksIn(root: ParentNode, frame: Teachable, seen: WeakMap<Element, number>): Element[] {
  const outputs = frame.found().map(({ turn }) => turn);
  return [...root.querySelectorAll(BLOCKS)].filter((block) => {
    const { length } = textIn(block);
    if (length < FEWEST_CHARACTERS || length > LONGEST_BLOCK || seen.get(block) === length) return false;
    if ([...block.querySelectorAll(BLOCKS)].some((inner) => textIn(inner).length >= FEWEST_CHARACTERS)) return false;
    if (outputs.some((turn) => turn.contains(block) || block.contains(turn))) return false;
    seen.set(block, length);
    return true;
  });
}

async function ask(blocks: Element[], layers: Map<Element, Layer>, marks: Mark[], signal: AbortSignal): Promise<void> {
  const fresh = blocks.map((block) => markAt(block, layers, signal));
  marks.push(...fresh);
  place(fresh);
  const found = await send('reuse.look', { texts: blocks.map(textIn) });
  for (const [at, known] of found.entries()) {
    const element = fresh[at]?.element;
    if (!known || !element) continue;
    const { from, label, status } = wordsFor(known);
    const { tone, icon } = STATUS_LOOK[status];
    element.dataset.status = status;
    setTone(element, tone);
    element.replaceChildren(iconOf(icon), said(`${label} · ${from}`));
  }
}

function markAt(block: Element, layers: Map<Element, Layer>, signal: AbortSignal): Mark {
  const scroller = scrollerOf(block);
  let layer = layers.get(scroller);
  if (!layer?.alive) {
    layer = new Layer(block, MARK_CSS, signal);
    layers.set(scroller, layer);
  }
  const element = document.createElement('div');
  element.className = 'mark';
  setTone(element, 'neutral');
  element.setAttribute('role', 'note');
  layer.shadow.append(element);
  return { block, layer, element };
}

/** On the upper edge of each text; every box is read before any is written. */
function place(marks: readonly Mark[]): void {
  const places = marks.map(({ block, layer }) => {
    const [box, origin] = [block.getBoundingClientRect(), layer.origin()];
    return { left: box.left - origin.left, top: Math.max(0, box.top - origin.top - 20) };
  });
  for (const [at, { left, top }] of places.entries()) {
    const { element, block } = marks[at] as Mark;
    if (!block.isConnected) element.remove();
    element.style.left = `${Math.round(left)}px`;
    element.style.top = `${Math.round(top)}px`;
  }
}

/** Said once, without content: the policy has changed, or the page holds more than is looked at. */
function failed(error: unknown): void {
  console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
}
