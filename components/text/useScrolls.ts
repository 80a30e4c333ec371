import { type RefObject, useEffect, useState } from 'react';

/** Whether a box holds more than it shows, in either direction: what scrolls must be reachable by keyboard. */
export function useScrolls(box: RefObject<HTMLElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () =>
      setScrolls(element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1);
    // It tells the first size too, once all is laid out: to ask sooner lays the whole page out for each box.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // What is in it may grow while it does not.
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [box]);
  return scrolls;
}
