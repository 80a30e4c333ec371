/** Which way a page draws what stands one after the other in it. */

/** Whether an element draws its parts from the last to the first: newest turns on top, or an answer at the right of its question. */
export const runsBackwards = (element: Element | null): boolean =>
  element !== null && /-reverse$/.test(getComputedStyle(element).flexDirection);
