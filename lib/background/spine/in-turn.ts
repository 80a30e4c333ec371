/** Work on one thing that is read and written: one at a time, so that no two handlers overwrite each other. */

/** Gives a function that runs `work` after all that was asked of it before. */
export function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => undefined); // the caller of `work` hears of its failure; those behind it go on
    return result;
  };
}

/** The same for each key by itself: what is asked under other keys waits for none of it. */
export function oneAtATimeEach(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<void>>();
  return (key, work) => {
    const result = (last.get(key) ?? Promise.resolve()).then(work);
    const ended = result
      .catch(() => undefined) // the caller of `work` hears of its failure; those behind it go on
      .then(() => {
        if (last.get(key) === ended) last.delete(key);
      });
    last.set(key, ended);
    return result;
  };
}
