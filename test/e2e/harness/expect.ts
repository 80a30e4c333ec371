/**
 * `expect` as Playwright has it, but that `poll` looks as often as what is waited for may be there. Not for Firefox, where a
 * look may open a tab in front of the page that is looked at.
 */
import { expect as playwrightExpect } from 'playwright/test';
import { SOON } from './limits.ts';

const poll: typeof playwrightExpect.poll = (look, how) =>
  playwrightExpect.poll(look, { intervals: SOON, ...(typeof how === 'string' ? { message: how } : how) });

/** What a look sees once two in a row see the same: what is being drawn, or moves, is not read half-way. */
export async function still<T>(look: () => Promise<T>): Promise<T> {
  const seen: T[] = [];
  const isSame = async () => {
    seen.push(await look());
    const [before, now] = seen.slice(-2).map((one) => JSON.stringify(one));
    return seen.length > 1 && before === now;
  };
  await poll(isSame, { message: 'it stands still' }).toBe(true);
  return seen.at(-1) as T;
}

export const expect = new Proxy(playwrightExpect, {
  get: (own, name) => (name === 'poll' ? poll : Reflect.get(own, name)),
});
