/** The Hypothesis client from npm, at the addresses from which its makers serve it; nothing goes to the network. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Page, Route } from 'playwright';

/** Where its scripts come from. */
export const HYPOTHESIS = 'https://cdn.hypothes.is/hypothesis/';
const SIDE_BAR = 'https://hypothes.is/app.html';

const PACKAGE = join(import.meta.dirname, '../../live/node_modules/hypothesis');
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Opens a page with the client in it; resolves once its side bar is drawn. */
export async function openWithHypothesis(page: Page, url: string): Promise<void> {
  await page.route(url, withoutPolicy);
  await page.route(/^https:\/\/([\w.-]+\.)?hypothes\.is\//, served);
  await page.goto(url);
  await page.evaluate((src) => {
    const script = document.createElement('script');
    script.src = src;
    document.head.append(script);
  }, `${HYPOTHESIS}build/boot.js`);
  const sideBar = page.frameLocator('hypothesis-sidebar iframe');
  await sideBar.locator('hypothesis-app > *').first().waitFor({ state: 'attached' });
}

/** A page's own policy would keep the side bar out, as it cannot keep out an extension's. */
async function withoutPolicy(route: Route): Promise<void> {
  const response = await route.fetch();
  const { 'content-security-policy': _, ...headers } = response.headers();
  await route.fulfill({ response, headers });
}

async function served(route: Route): Promise<void> {
  const url = route.request().url();
  if (url.startsWith(SIDE_BAR)) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: APP });
  const path = /\/build\/[\w./-]+/.exec(url)?.[0];
  if (!url.startsWith(HYPOTHESIS) || !path || path.includes('..')) return route.abort(); // its annotations
  await route.fulfill({
    headers: { 'access-control-allow-origin': '*' },
    contentType: `${TYPES[extname(path)] ?? 'application/octet-stream'}; charset=utf-8`,
    body: await readFile(join(PACKAGE, path)),
  });
}

/** The page of its side bar. The annotations would come from a server that is not there. */
const APP = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<script type="application/json" class="js-hypothesis-config">{"apiUrl": "https://hypothes.is/api/"}</script>
</head><body><hypothesis-app></hypothesis-app><script src="${HYPOTHESIS}build/boot.js"></script></body></html>`;
