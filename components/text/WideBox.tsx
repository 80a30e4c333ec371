import { type HTMLAttributes, useRef } from 'react';
import { useScrolls } from './useScrolls.ts';

interface WideBoxProps extends HTMLAttributes<HTMLElement> {
  /** What is in it, for who does not see it. */
  label: string;
  as: 'div' | 'pre';
}

/** What may be wider than there is room for, and then scrolls by itself: a place of its own for the keyboard only where it does. */
export function WideBox({ label, as: Place, ...rest }: WideBoxProps) {
  const box = useRef<HTMLPreElement & HTMLDivElement>(null);
  const reached = useScrolls(box) ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {};
  return <Place ref={box} {...rest} {...reached} />;
}
