import { autoUpdate } from '@floating-ui/dom';
import { type RefObject, useEffect, useRef } from 'react';
import type { CardRequest } from '../../lib/page/frame/bus.ts';
import type { Hold } from './hold.ts';
import { placeCard, withinWindow } from './place-card.ts';

/**
 * Keeps the card beside its answer, and closes it when the badge has gone. One in which somebody types, or that was moved,
 * stays where it is, as far as that is within the window. `moved`: whether the person has moved it.
 */
export function usePlace(
  box: RefObject<HTMLDivElement | null>,
  request: CardRequest,
  hold: Hold,
  moved: RefObject<boolean>,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const card = box.current;
    if (!card) return undefined;
    const place = () => {
      const badge = request.place();
      if (moved.current) return putCard(card, card.getBoundingClientRect());
      if (!badge) return hold.typed ? undefined : close.current();
      putCard(card, placeCard(sizeOf(card), windowSize(), badge, request.text()));
    };
    addEventListener('scroll', place, { capture: true, passive: true });
    const badge = { getBoundingClientRect: () => request.place() ?? new DOMRect() };
    const stop = autoUpdate(badge, card, place, { ancestorScroll: false });
    return () => {
      stop();
      removeEventListener('scroll', place, { capture: true });
    };
  }, [box, request, hold, moved]);
}

const windowSize = () => ({ width: document.documentElement.clientWidth || innerWidth, height: innerHeight });
const sizeOf = ({ offsetWidth, offsetHeight }: HTMLElement) => ({ width: offsetWidth, height: offsetHeight });

/** Puts the card at a place, or at the nearest one within the window. */
export function putCard(card: HTMLElement, wanted: { left: number; top: number }): void {
  const { left, top } = withinWindow(wanted, sizeOf(card), windowSize());
  card.style.left = `${Math.round(left)}px`;
  card.style.top = `${Math.round(top)}px`;
  card.style.opacity = '1';
}
