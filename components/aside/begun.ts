/** A thread that is started before the page's own code is there. It is built into a script of its own, and carries nothing. */

declare global {
  /** Between that script and the page, which share nothing else. */
  var threadBegun: Worker | undefined;
}

/** Starts it. */
export function beginThread(script: string): void {
  const thread = new Worker(script);
  globalThis.threadBegun = thread;
  // Nobody hears of it yet: whoever asks starts another.
  thread.addEventListener('error', () => {
    if (globalThis.threadBegun === thread) globalThis.threadBegun = undefined;
  });
}

/** The one that was begun, if any. */
export function takeThread(): Worker | undefined {
  const thread = globalThis.threadBegun;
  globalThis.threadBegun = undefined;
  return thread;
}
