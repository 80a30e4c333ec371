/** Which way a page draws what stands one after the other in it. */

/** Whether an element draws its parts from the bottom to the top, as chats do that hold the newest turn first. */
export const runsUpwards = (element: Element | null): boolean =>
  element !== null && getComputedStyle(element).flexDirection === 'column-reverse';
