/** What of a page a person can see: editors that draw on a canvas take the keys in a field, or in a frame, that nobody sees. */
import { NOTICE_HEIGHT } from './notice-look.ts';

/** A browser says it with its next frame; of a frame that it does not draw at all it may say nothing. */
const SAID_WITHIN_MS = 500;
/** A field of so few px in height is a place for the caret, not for text. */
const LEAST_PX = 8;

/** Whether an element is within the window, through all frames and scrollers around it. */
const isInView = (element: Element): Promise<boolean> =>
  new Promise((resolve) => {
    const told: IntersectionObserverCallback = ([entry], observer) => {
      observer.disconnect();
      resolve(entry?.isIntersecting === true);
    };
    new IntersectionObserver(told).observe(element);
    setTimeout(resolve, SAID_WITHIN_MS, false);
  });

/** Whether what stands in a field can be read there. */
export async function isFieldSeen(field: HTMLElement): Promise<boolean> {
  const isDrawn = field.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  return isDrawn && field.offsetHeight >= LEAST_PX && isInView(field);
}

/** Whether the notice can be seen in this frame: it is in view, and has room for it. */
export const isFrameSeen = async (): Promise<boolean> =>
  window === top || (innerHeight >= NOTICE_HEIGHT && isInView(document.documentElement));
