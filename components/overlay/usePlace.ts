import { autoUpdate, computePosition, flip, offset, shift, size } from '@floating-ui/dom';
import { type RefObject, useEffect, useRef } from 'react';
import type { CardRequest } from '../../lib/page/frame/bus.ts';
import type { Hold } from './hold.ts';

/** Space kept to the edges of the window. */
const EDGE = 8;

/**
 * Keeps the card at its badge, also as what is in it changes its size, and closes it when the badge has gone; one in
 * which somebody types stays where it is.
 */
export function usePlace(
  box: RefObject<HTMLDivElement | null>,
  request: CardRequest,
  hold: Hold,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const card = box.current;
    if (!card) return undefined;
    const badge = { getBoundingClientRect: () => request.place() ?? new DOMRect() };
    const place = () => {
      if (!request.place()) return hold.typed ? undefined : close.current();
      void computePosition(badge, card, {
        strategy: 'fixed',
        placement: 'bottom-end',
        middleware: [
          offset(6),
          flip({ padding: EDGE }),
          shift({ padding: EDGE, crossAxis: true }),
          size({ padding: EDGE, apply: limit }),
        ],
      }).then(({ x, y }) => {
        card.style.left = `${x}px`;
        card.style.top = `${y}px`;
        card.style.opacity = '1';
      });
    };
    const limit = ({ availableHeight }: { availableHeight: number }) => {
      card.style.maxHeight = `${Math.max(240, availableHeight)}px`;
    };
    addEventListener('scroll', place, { capture: true, passive: true });
    const stop = autoUpdate(badge, card, place, { elementResize: true, ancestorScroll: false });
    return () => {
      stop();
      removeEventListener('scroll', place, { capture: true });
    };
  }, [box, request, hold]);
}
