/** A browser in which somebody decides again and again, and which can be killed at any moment and started again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { type ExtensionBrowser, launchChromium, withExtension } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { outputsOf } from '../harness/flows.ts';

/** What a browser holds, counted in its database. */
export interface Held {
  /** Events by key, with the team's sequence or an empty text. */
  events: Record<string, string>;
  /** The notes of all decisions. */
  notes: string[];
  waiting: number;
  refused: number;
}

export class WorkingBrowser {
  readonly name: string;
  readonly #folder: string;
  #browser: ExtensionBrowser;
  #panel: Page | undefined;
  #hashes: string[] = [];
  /** Notes of decisions of which the background said that they are stored. */
  readonly said = new Set<string>();
  /** Decisions that were begun, answered or not. */
  begun = 0;

  private constructor(name: string, folder: string, browser: ExtensionBrowser) {
    this.name = name;
    this.#folder = folder;
    this.#browser = browser;
  }

  static async start(name: string): Promise<WorkingBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'countersign-profile-'));
    return new WorkingBrowser(name, folder, await launchChromium({ userDataDir: folder, ...TALL }));
  }

  get browser(): ExtensionBrowser {
    return this.#browser;
  }

  /** Shows a conversation, so that its answers are known here. */
  async read(address: string, count: number): Promise<void> {
    const page = await this.#browser.context.newPage();
    await page.goto(address);
    await outputsOf(this.#browser, page, count);
    await expect.poll(async () => (await this.#outputs()).length).toBe(count);
    this.#hashes = await this.#outputs();
    await page.close();
    this.#panel = await this.#browser.open('sidepanel.html');
  }

  #outputs(): Promise<string[]> {
    return withExtension(this.#browser, (inside) =>
      inside.evaluate(async () => {
        const open = indexedDB.open('countersign');
        await new Promise((resolve) => {
          open.onsuccess = resolve;
        });
        const keys = open.result.transaction('outputs').objectStore('outputs').getAllKeys();
        await new Promise((resolve) => {
          keys.onsuccess = resolve;
        });
        open.result.close();
        return keys.result as string[];
      }),
    );
  }

  /** Decides once, as the panel does. False where the browser is not there or did not answer. */
  async decide(): Promise<boolean> {
    const panel = this.#panel;
    if (!panel) return false;
    const note = `${this.name} ${++this.begun}`;
    const hash = this.#hashes[this.begun % this.#hashes.length] ?? '';
    const body = { hash, verdict: 'approve_with_notes', reportIds: [], note };
    try {
      const reply = await panel.evaluate(
        (message) => (globalThis as unknown as Extension).chrome.runtime.sendMessage(message),
        { type: 'decision.make', body },
      );
      if (!reply?.ok) throw new Error(`the decision was not made: ${JSON.stringify(reply)}`);
      this.said.add(note);
      return true;
    } catch (error) {
      if (/closed|crashed|destroyed|not be established|disconnected/.test(String(error))) return false;
      throw error;
    }
  }

  /** Ends the browser's main process, and all of it with that, as a power cut does. */
  async kill9(): Promise<void> {
    this.#panel = undefined;
    const { context } = this.#browser;
    const session = await context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const pid = processInfo.find(({ type }) => type === 'browser')?.id;
    if (!pid) throw new Error('the browser does not say which process it is');
    const closed = context.waitForEvent('close');
    process.kill(pid, 'SIGKILL');
    await closed;
  }

  async restart(): Promise<void> {
    this.#browser = await launchChromium({ userDataDir: this.#folder, ...TALL });
    this.#panel = await this.#browser.open('sidepanel.html');
  }

  /** As a person who looks does: what waits is tried now. */
  wake(): Promise<unknown> {
    if (!this.#panel) throw new Error('the browser is not running');
    return this.#panel.evaluate(() =>
      (globalThis as unknown as Extension).chrome.runtime.sendMessage({ type: 'sync.wake', body: {} }),
    );
  }

  held(): Promise<Held> {
    return withExtension(this.#browser, (inside) =>
      inside.evaluate(async () => {
        const open = indexedDB.open('countersign');
        await new Promise((resolve) => {
          open.onsuccess = resolve;
        });
        const read = async <T>(store: string): Promise<T[]> => {
          const request = open.result.transaction(store).objectStore(store).getAll();
          await new Promise((resolve) => {
            request.onsuccess = resolve;
          });
          return request.result;
        };
        const events = await read<{ key: string; event: { sequence?: string } }>('events');
        const contents = await read<{ content: { note?: string } }>('contents');
        const marks = await read<{ state: string }>('outbox');
        open.result.close();
        return {
          events: Object.fromEntries(events.map(({ key, event }) => [key, event.sequence ?? ''])),
          notes: contents.flatMap(({ content }) => content.note ?? []),
          waiting: marks.filter(({ state }) => state === 'waiting').length,
          refused: marks.filter(({ state }) => state === 'refused').length,
        };
      }),
    );
  }

  async remove(): Promise<void> {
    await this.#browser.context.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A window in which a whole conversation is in view: what is seen is what is recorded. */
const TALL = { viewport: { width: 1280, height: 4_000 } };

interface Extension {
  chrome: { runtime: { sendMessage(message: object): Promise<{ ok: boolean } | undefined> } };
}
