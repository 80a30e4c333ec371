/** What Playwright has no words for, said to the browser itself. */
import type { BrowserContext, CDPSession } from 'playwright';

export async function controlOf(context: BrowserContext): Promise<CDPSession> {
  const control = await context.browser()?.newBrowserCDPSession();
  if (!control) throw new Error('the browser cannot be driven');
  return control;
}

/** A command that Playwright's types do not have yet. */
export const command = (name: string, given: object) =>
  [name as 'Target.closeTarget', given as { targetId: string }] as const;
