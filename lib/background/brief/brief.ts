/** Briefs: a prompt that a form made goes into the page, and the answer that comes of it is known to be made with it. */
import { browser } from 'wxt/browser';
import type { Trace } from '../../domain/output/trace.ts';
import { madeBy } from '../../domain/policy/brief.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { policyInForce } from '../../settings/effective.ts';
import { briefWanted } from '../../settings/items.ts';
import { briefsOf, forgetBriefs, rememberBrief } from '../../settings/session/briefs.ts';
import { framesOf } from '../../settings/session/frames.ts';

export function registerBriefs(): void {
  handle('brief.put', async ({ tabId, processId, text, into }) => {
    const policy = (await policyInForce())?.policy;
    const process = policy?.format === 2 ? policy.processes?.find(({ id }) => id === processId) : undefined;
    if (!process?.brief) throw new Refused('not_found');
    await rememberBrief(tabId, { processId, name: process.name, text });
    return { put: into && (await putInto(tabId, text)) };
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetBriefs(tabId));
}

/** Says that the panel, which is being opened, shows the brief of a tab. */
export const wantBrief = (tabId: number): Promise<void> => briefWanted.setValue(tabId);

/** The frame that a tool is read in first: that is where one writes to it. */
async function putInto(tabId: number, text: string): Promise<boolean> {
  const frames = [...(await framesOf(tabId))].sort((a, b) => Number(Boolean(b.tool)) - Number(Boolean(a.tool)));
  const ids = frames.length > 0 ? frames.map(({ frameId }) => frameId) : [0];
  for (const frameId of ids) if (await putIntoFrame(tabId, frameId, text)) return true;
  return false;
}

async function putIntoFrame(tabId: number, frameId: number, text: string): Promise<boolean> {
  try {
    const target = { tabId, frameIds: [frameId] };
    await browser.scripting.executeScript({ target, files: ['/content-scripts/brief.js'] });
    return (await sendToFrame(tabId, frameId, 'brief.fill', { text })) === true;
  } catch (error) {
    // A page that the browser does not let us into, or a frame that has gone: the person takes the prompt there.
    console.debug('Countersign: a brief could not be put in', error instanceof Error ? error.message : '');
    return false;
  }
}

/** What a trace says of the brief that its prompt was made with; nothing where it was not. */
export async function briefOf(tabId: number, prompt: string | undefined): Promise<Pick<Trace, 'process' | 'brief'>> {
  if (prompt === undefined) return {};
  for (const { processId, name, text } of await briefsOf(tabId)) {
    const how = madeBy(text, prompt);
    if (how) return { process: { processId, name }, brief: { processId, edited: how === 'edited' } };
  }
  return {};
}
