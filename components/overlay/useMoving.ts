import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { putCard } from './usePlace.ts';

/** How far a press of an arrow key moves the card, and one with Shift, in px. */
const STEP = 24;
const LARGE_STEP = 120;

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * How a person moves the card: by its head with the pointer, by its handle with the arrow keys. It stays within the window,
 * and nothing of it is remembered: the next card stands beside its answer again.
 */
export function useMoving(box: RefObject<HTMLDivElement | null>) {
  const moved = useRef(false);
  const grip = useRef<{ x: number; y: number }>(undefined);
  const to = (left: number, top: number) => {
    moved.current = true;
    if (box.current) putCard(box.current, { left, top });
  };
  const head = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const card = box.current?.getBoundingClientRect();
      const isOnButton = (event.target as Element).closest('button:not([data-action="move"])');
      if (!card || isOnButton || event.button !== 0) return;
      grip.current = { x: event.clientX - card.left, y: event.clientY - card.top };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (grip.current) to(event.clientX - grip.current.x, event.clientY - grip.current.y);
    },
    onLostPointerCapture: () => {
      grip.current = undefined;
    },
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const [right, down] = ARROWS[event.key] ?? [0, 0];
    const card = box.current?.getBoundingClientRect();
    if (!card || (right === 0 && down === 0)) return;
    event.preventDefault();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    to(card.left + right * step, card.top + down * step);
  };
  return { moved, head, onKeyDown };
}
