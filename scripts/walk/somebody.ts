/** Somebody at a browser of their own, whose every step leaves a picture. */
import type { Locator, Page } from 'playwright';
import { type ExtensionBrowser, launchChromium, openPanel, tabIdOf } from '../../test/e2e/harness/chromium.ts';
import type { Album } from './album.ts';
import { eventually, faultsOf, type Next, nextWords } from './look.ts';
import { oursIn } from './ours.ts';
import { type Language, type Words, wordsIn } from './words.ts';

const PANEL = { width: 400, height: 860 };
const PAGE = { width: 1280, height: 800 };

interface Looks {
  language?: Language;
  colorScheme?: 'light' | 'dark';
}

export class Somebody {
  readonly walk: string;
  readonly browser: ExtensionBrowser;
  readonly words: Words;
  readonly #album: Album;
  readonly #ours: readonly string[];

  private constructor(walk: string, browser: ExtensionBrowser, words: Words, album: Album, ours: readonly string[]) {
    this.walk = walk;
    this.browser = browser;
    this.words = words;
    this.#album = album;
    this.#ours = ours;
  }

  /** Somebody with a browser in which the extension was just installed. */
  static async arrives(walk: string, album: Album, ours: readonly string[], looks: Looks = {}): Promise<Somebody> {
    const { language = 'en', colorScheme = 'light' } = looks;
    const browser = await launchChromium({ locale: language, colorScheme, viewport: PAGE });
    return new Somebody(walk, browser, await wordsIn(language), album, ours);
  }

  /** One step: a picture of it, what it says to do next, and whether the screen is well made. */
  async step(page: Page, name: string, sentence: string, next: Next): Promise<void> {
    const faults: string[] = [];
    const said = await nextWords(page, next).catch((error: Error) => {
      faults.push(`it does not say what to do next: ${error.message.replace(/\s+/g, ' ').slice(0, 300)}`);
      return '';
    });
    if (page.url().startsWith(this.browser.urlOf(''))) faults.push(...(await this.#faultsOf(page)));
    await this.#album.add(page, name, { walk: this.walk, sentence, next: said, faults });
  }

  async #faultsOf(page: Page): Promise<string[]> {
    const read = await page.evaluate(() => document.body.innerText);
    return [
      ...(await faultsOf(page)),
      ...oursIn(this.words.language === 'en' ? read : '', this.#ours).map((word) => `“${word}” is a word of ours`),
    ];
  }

  /** The page that opened by itself when the extension was installed. */
  async welcome(): Promise<Page> {
    const address = this.browser.urlOf('welcome.html');
    const find = () => this.browser.context.pages().find((page) => page.url().startsWith(address));
    await eventually.poll(() => find() !== undefined, { message: 'the welcome page opens by itself' }).toBe(true);
    const page = find();
    if (!page) throw new Error('the welcome page was closed');
    await page.bringToFront();
    return page;
  }

  /** What a page says, in the person's language. */
  text(page: Page, key: string): Locator {
    return page.getByText(this.words.says(key));
  }

  button(page: Page, key: string): Locator {
    return page.getByRole('button', { name: this.words.named(key) });
  }

  /** Follows a step of the welcome page to where it is taken, in another tab. */
  async follow(welcome: Page, step: string): Promise<Page> {
    const [other] = await Promise.all([
      this.browser.context.waitForEvent('page'),
      welcome.locator(`[data-step="${step}"] a`).click(),
    ]);
    await other.waitForLoadState();
    return other;
  }

  /** The side panel beside a page, as wide as it is. */
  async panel(beside?: Page): Promise<Page> {
    const panel = await openPanel(this.browser, beside ? await tabIdOf(this.browser, beside) : undefined);
    await panel.setViewportSize(PANEL);
    return panel;
  }

  async openTab(panel: Page, tab: 'page' | 'mine' | 'queue' | 'log'): Promise<void> {
    await panel.getByRole('tab', { name: this.words.says(`panel.${tab}.tab`) }).click();
  }

  /** From the step of the welcome page to the team's server, with an address and a token that somebody handed over. */
  async connects(
    welcome: Page,
    address: string,
    token: string,
    role: 'reporter' | 'reviewer' | 'admin',
  ): Promise<Page> {
    const options = await this.follow(welcome, 'connect');
    await this.step(
      options,
      'options',
      'Follows the step to the options.',
      this.text(options, 'options.endpointIntro'),
    );
    await options.locator('input[type="url"]').fill(address);
    await options.locator('input[type="password"]').fill(token);
    await this.button(options, 'options.test').click();
    await eventually(this.text(options, 'options.works').first()).toBeVisible();
    await this.step(options, 'tested', 'Enters both and tests.', this.button(options, 'options.connect'));
    await this.button(options, 'options.connect').click();
    await this.step(options, 'connected', 'Connects.', this.text(options, `options.afterConnecting.${role}`));
    return options;
  }

  /** The same person's browser, for a walk in which nobody installs anything. */
  lends(walk: string): Somebody {
    return new Somebody(walk, this.browser, this.words, this.#album, this.#ours);
  }

  /** A picture of where a walk had to stop. */
  async lastLook(): Promise<void> {
    const page = this.browser.context.pages().at(-1);
    if (page)
      await this.#album.add(page, 'stopped', { walk: this.walk, sentence: 'Stopped here.', next: '', faults: [] });
  }

  async leaves(): Promise<void> {
    await this.browser.close();
  }
}
