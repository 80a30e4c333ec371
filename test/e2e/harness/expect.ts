/**
 * `expect` as Playwright has it, but that `poll` looks as often as what is waited for may be there. Not for Firefox, where a
 * look may open a tab in front of the page that is looked at.
 */
import { expect as playwrightExpect } from 'playwright/test';
import { SOON } from './limits.ts';

const poll: typeof playwrightExpect.poll = (look, how) =>
  playwrightExpect.poll(look, { intervals: SOON, ...(typeof how === 'string' ? { message: how } : how) });

export const expect = new Proxy(playwrightExpect, {
  get: (own, name) => (name === 'poll' ? poll : Reflect.get(own, name)),
});
