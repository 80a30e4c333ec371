/** The page of every tool profile at the tool's own address: the detector finds in it exactly what is expected. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'playwright/test';
import type { ListedOutput } from '../../../lib/messages/to-page/index.ts';
import { PROFILES } from '../../../lib/tools/index.ts';
import { ROOT } from '../../../scripts/machine.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { cases } from './cases.ts';

const here = cases();

interface Expected {
  url: string;
  outputs: { text: string; messageId?: string }[];
  conversationId?: string;
  /** Texts that stand there while the page says that it still writes. */
  growing?: string[];
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

for (const { id, match } of PROFILES)
  test(`${id}: every answer of its page, and nothing else`, async () => {
    const folder = join(ROOT, 'test', 'pages', id);
    const expected = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as Expected;
    const html = readFileSync(join(folder, 'page.html'), 'utf8');
    const page = await here.browser.context.newPage();
    // A component without a site of its own is found by its markup on a site that is watched.
    const address = match.hosts.length > 0 ? expected.url : here.server.page(new URL(expected.url).pathname, html);
    if (match.hosts.length > 0)
      await page.route('**/*', (route) =>
        route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
          ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
          : route.abort(),
      );
    await page.goto(address);
    let outputs: ListedOutput[] = [];
    const read = async () => {
      const all = await listOutputs(here.browser, page);
      outputs = all.filter(({ state }) => state === 'complete');
      // Some pages end with an answer that has only begun to think, and a document beside it may still be written.
      const growing = all.filter(({ state, text }) => state !== 'complete' && text !== '');
      return [outputs, growing].map((some) => some.map(({ text }) => folded(text)));
    };
    await expect.poll(read).toEqual([expected.outputs.map(({ text }) => text), expected.growing ?? []]);
    for (const [at, output] of outputs.entries()) {
      const messageId = expected.outputs[at]?.messageId;
      expect(output.tool).toBe(id);
      expect(output.evidence).toContain(`profile:${id}`);
      expect(output.id.startsWith(`${id}:${expected.conversationId ?? '-'}:`)).toBe(true);
      if (messageId) expect(output.id.endsWith(`:${messageId}`)).toBe(true);
    }
  });
