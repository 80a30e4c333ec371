import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { CardRequest } from '../../lib/page/frame/bus.ts';
import type { Hold } from './hold.ts';

/** Time for the pointer to travel from the badge to the card. */
const GRACE_MS = 350;
const FOCUSABLE = 'button:not([disabled]), a[href], iframe, [tabindex]:not([tabindex="-1"])';

/** How a card goes: Escape, a click elsewhere, or, where it only peeped out, the pointer leaving. */
export function useClosing(
  box: RefObject<HTMLDivElement | null>,
  request: CardRequest,
  hold: Hold,
  onClose: () => void,
) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pinned = useRef(request.by !== 'hover');
  const close = useRef(onClose);
  close.current = () => {
    if (!hold.holds()) onClose();
  };
  useEffect(() => {
    const root = box.current?.getRootNode() as ShadowRoot | undefined;
    if (request.by !== 'hover' && !root?.activeElement) box.current?.focus();
    const stops = [keepFocus(box, pinned), outside(box, request, pinned, timer, () => close.current())];
    return () => {
      for (const stop of stops) stop();
    };
  }, [box, request]);
  return {
    onFocusCapture: () => {
      pinned.current = true;
    },
    onPointerEnter: () => clearTimeout(timer.current),
    onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => {
      if (event.key === 'Tab') cycle(event, box.current);
      if (event.key !== 'Escape') return;
      event.preventDefault();
      if (hold.holds()) return;
      request.focusBadge();
      onClose();
    },
  };
}

/** What had the focus may go as the card changes (Undo, once it is done): then the card itself has it, not the page. */
function keepFocus(box: RefObject<HTMLDivElement | null>, pinned: RefObject<boolean>): () => void {
  const card = box.current;
  if (!card) return () => undefined;
  let last: Element | null = null;
  const remember = ({ target }: FocusEvent) => {
    last = target as Element;
  };
  const observer = new MutationObserver(() => {
    const root = card.getRootNode() as ShadowRoot;
    // Not where a person has gone elsewhere: what had the focus is still there then.
    const went = last && (!last.isConnected || last.matches(':disabled'));
    if (pinned.current && went && !root.activeElement) card.focus();
  });
  card.addEventListener('focusin', remember);
  observer.observe(card, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    card.removeEventListener('focusin', remember);
  };
}

/** Watches the pointer outside the card: a press closes it, and a card that only peeped out goes when it is left. */
function outside(
  box: RefObject<HTMLDivElement | null>,
  request: CardRequest,
  pinned: RefObject<boolean>,
  timer: RefObject<ReturnType<typeof setTimeout> | undefined>,
  close: () => void,
): () => void {
  const stop = new AbortController();
  const isNear = ({ clientX: x, clientY: y }: PointerEvent) =>
    [request.place(), box.current?.getBoundingClientRect()].some(
      (rect) => rect && x >= rect.left - 4 && x <= rect.right + 4 && y >= rect.top - 8 && y <= rect.bottom + 8,
    );
  const options = { capture: true, passive: true, signal: stop.signal };
  addEventListener(
    'pointerdown',
    (event) => event.isTrusted && !isNear(event) && !request.isText(event) && close(),
    options,
  );
  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || pinned.current) return;
      clearTimeout(timer.current);
      if (!isNear(event)) timer.current = setTimeout(() => !pinned.current && close(), GRACE_MS);
    },
    options,
  );
  return () => {
    stop.abort();
    clearTimeout(timer.current);
  };
}

/** Keeps Tab within the card: behind it lies the page, from which a person would hardly find back. */
function cycle(event: KeyboardEvent<HTMLDivElement>, card: HTMLDivElement | null): void {
  const stops = [...(card?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  const [first, last] = [stops[0], stops.at(-1)];
  const active = (card?.getRootNode() as ShadowRoot | undefined)?.activeElement;
  if (event.shiftKey ? active === first || active === card : active === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
