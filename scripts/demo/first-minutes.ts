/**
 * `npm run demo -- --first-minutes`: five people's first ten minutes, from an empty browser. Each step leaves a picture, and fails
 * where the screen does not say what to do next.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { type ExtensionBrowser, launchChromium, openPanel, tabIdOf } from '../../test/e2e/harness/chromium.ts';
import { type Collector, makeCollector } from '../../test/e2e/harness/collector.ts';
import { deepClick, deepTexts, deepWait } from '../../test/e2e/harness/deep.ts';
import { ask, badge, outputsOf } from '../../test/e2e/harness/flows.ts';
import { answerOf } from '../../test/live/answers.ts';
import { type Live, startLive } from '../../test/live/server.ts';
import { ROOT } from '../machine.ts';

const FOLDER = join(ROOT, '.countersign', 'first-minutes');
const PANEL = { width: 400, height: 860 };

/** Words of the screens that a step looks for, in the person's language. */
const WORDS = {
  en: {
    next: 'What to do now:',
    connectIntro: 'Connect Countersign to your team',
    test: 'Test connection',
    works: 'It works.',
    connect: 'Connect',
    connected: 'Disconnect',
    mine: 'My reports',
    noReports: 'When you flag something wrong',
    received: /It goes to your team|The team has it and will decide/,
    connectedNext: /^(That is all|Next: give the others a way in)/,
  },
  it: {
    next: 'Che cosa fare adesso:',
    connectIntro: 'Collegando Countersign al server del team',
    test: 'Prova la connessione',
    works: 'Funziona.',
    connect: 'Connetti',
    connected: 'Disconnetti',
    mine: 'Segnalazioni',
    noReports: 'Quando si segnala un errore',
    received: /Va al team|Il team l'ha ricevuta e deciderà/,
    connectedNext: /^(Non serve altro|Adesso si può)/,
  },
} as const;
type Language = keyof typeof WORDS;

/** Somebody at a browser of their own, of whom each step leaves a picture. */
class Somebody {
  readonly #name: string;
  readonly browser: ExtensionBrowser;
  readonly words: (typeof WORDS)[Language];
  #count = 0;

  constructor(name: string, browser: ExtensionBrowser, language: Language) {
    this.#name = name;
    this.browser = browser;
    this.words = WORDS[language];
  }

  /** Sees what to do next, or the step fails. */
  async sees(page: Page, step: string, next: string | RegExp): Promise<void> {
    await expect(page.getByText(next).first(), `${this.#name}, ${step}`).toBeVisible();
    await this.picture(page, step);
  }

  async picture(page: Page, step: string): Promise<void> {
    const file = `${this.#name}-${String(++this.#count).padStart(2, '0')}-${step}.png`;
    await page.screenshot({ path: join(FOLDER, file), fullPage: false });
    console.log(`  ${file}`);
  }

  async welcome(): Promise<void> {
    const page = await this.browser.open('welcome.html');
    await this.sees(page, 'welcome', this.words.next);
    await page.close();
  }

  /** Connects with a token that somebody handed over. */
  async connect(address: string, token: string): Promise<Page> {
    const options = await this.browser.open('options.html');
    const { words } = this;
    await this.sees(options, 'options', words.connectIntro);
    await options.locator('input[type="url"]').fill(address);
    await options.locator('input[type="password"]').fill(token);
    await options.getByRole('button', { name: words.test }).click();
    await this.sees(options, 'tested', words.works);
    await options.getByRole('button', { name: words.connect, exact: true }).click();
    await expect(options.getByRole('button', { name: words.connected })).toBeVisible();
    await this.sees(options, 'connected', words.connectedNext);
    return options;
  }

  /** Asks an AI something, and opens the card at its answer. */
  async flags(live: Live, lang: Language): Promise<Page> {
    const page = await this.browser.context.newPage();
    const kind = lang === 'en' ? 'deep-chat' : 'n8n-chat';
    await page.goto(live.pageUrl(kind, { lang }));
    await ask(page, kind, answerOf(lang === 'en' ? 'en-quote' : 'it-iva').prompt);
    await outputsOf(this.browser, page, 1);
    await deepWait(page, badge('unreviewed'));
    await this.picture(page, 'badge');
    await deepClick(page, badge('unreviewed'));
    await deepWait(page, '[data-category="factual"]');
    await this.picture(page, 'card');
    await deepClick(page, '[data-category="factual"]');
    await deepWait(page, '[data-severity="major"]');
    await this.picture(page, 'how-bad');
    await deepClick(page, '[data-severity="major"]');
    await deepWait(page, '.sent');
    const sent = await deepTexts(page, '.sent');
    if (sent.join('').trim() === '') throw new Error(`${this.#name}: nothing says that it was sent`);
    await this.picture(page, 'sent');
    return page;
  }

  async panel(page?: Page): Promise<Page> {
    const panel = await openPanel(this.browser, page ? await tabIdOf(this.browser, page) : undefined);
    await panel.setViewportSize(PANEL);
    return panel;
  }

  /** Looks at what became of the own reports: none yet, then one. */
  async mine(page: Page | undefined, next: string | RegExp, step: string): Promise<void> {
    const panel = await this.panel(page);
    await panel.getByRole('tab', { name: this.words.mine }).click();
    await this.sees(panel, step, next);
    await panel.close();
  }
}

/** With nobody and nothing around. */
async function newcomer(who: Somebody, live: Live): Promise<void> {
  await who.welcome();
  const panel = await who.panel();
  await who.sees(panel, 'panel', /Go to the tab in which you use an AI tool|Open a tool that Countersign knows/);
  await panel.close();
  await who.mine(undefined, who.words.noReports, 'no-reports');
  const page = await who.flags(live, 'en');
  await who.mine(page, 'you decide it yourself, under "Queue"', 'own-report');
}

async function reporter(who: Somebody, live: Live, lang: Language, address: string, token: string): Promise<void> {
  await who.welcome();
  await (await who.connect(address, token)).close();
  await who.mine(undefined, who.words.noReports, 'no-reports');
  const page = await who.flags(live, lang);
  await who.mine(page, who.words.received, 'own-report');
}

async function lead(who: Somebody, address: string, token: string): Promise<void> {
  await (await who.connect(address, token)).close();
  const panel = await who.panel();
  await panel.getByRole('tab', { name: 'Queue' }).click();
  await expect(panel.locator('[data-output-hash]').first()).toBeVisible({ timeout: 60_000 });
  await who.sees(panel, 'queue', /gravest first/);
  await panel.locator('[data-output-hash] button').first().click();
  await who.sees(panel, 'report', 'Your decision');
  await panel.getByRole('radio', { name: 'Block', exact: true }).check();
  await who.sees(panel, 'block', 'The reporter reads this.');
  await panel.locator('[name="note"]').fill('The subtotal is wrong; ask for a new quote.');
  await panel.getByRole('button', { name: 'Record decision' }).click();
  await who.picture(panel, 'decided');
}

/** On a server that was started a minute ago. Gives the tokens that were handed over. */
async function admin(who: Somebody, { url }: Collector, token: string): Promise<Record<string, string>> {
  const options = await who.connect(url, token);
  const made: Record<string, string> = {};
  await options.goto(`${options.url().split('#')[0]}#team`);
  await options.reload();
  const people = options.getByRole('region', { name: 'People' });
  await people.scrollIntoViewIfNeeded();
  await who.sees(options, 'people', 'Add a person');
  for (const [name, role] of [
    ['Emma', 'reporter'],
    ['Marta', 'reporter'],
    ['Luca', 'reviewer'],
  ] as const) {
    await people.getByRole('button', { name: 'Add a person' }).click();
    await people.getByLabel('Who it is').fill(`${name.toLowerCase()}@tarvello.example`);
    await people.getByLabel('Name as people read it').fill(name);
    await people.getByLabel('What they may do', { exact: true }).selectOption(role);
    if (name === 'Emma') await who.sees(options, 'form', 'Empty means that it does not end by itself.');
    await people.getByRole('button', { name: 'Make a token' }).click();
    await expect(people.getByText(`${name} needs these two`)).toBeVisible();
    made[name] = (await people.locator('[data-token]').textContent()) ?? '';
    if (name === 'Luca') await who.sees(options, 'token', 'hand it over');
    await people.getByRole('button', { name: 'Done' }).click();
  }
  return made;
}

/** Plays all five, and gives the folder of their pictures. */
export async function playFirstMinutes(): Promise<string> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const collector = await makeCollector({ dataDir: join(FOLDER, 'collector') });
  const root = await collector.createToken('tarvello', 'ruth@tarvello.example', 'admin', 'Ruth');
  await collector.start();
  const live = await startLive({ paceMs: 6 });
  const opened: ExtensionBrowser[] = [];
  const at = async (name: string, language: Language = 'en') => {
    const browser = await launchChromium({ locale: language });
    opened.push(browser);
    return new Somebody(name, browser, language);
  };
  try {
    await newcomer(await at('newcomer'), live);
    const tokens = await admin(await at('admin'), collector, root);
    await reporter(await at('reporter'), live, 'en', collector.url, tokens.Emma ?? '');
    await reporter(await at('reporter-it', 'it'), live, 'it', collector.url, tokens.Marta ?? '');
    await lead(await at('lead'), collector.url, tokens.Luca ?? '');
  } finally {
    await Promise.allSettled(opened.map((browser) => browser.close()));
    await collector.stop();
    await live.close();
    await rm(join(FOLDER, 'collector'), { recursive: true, force: true });
  }
  return FOLDER;
}
