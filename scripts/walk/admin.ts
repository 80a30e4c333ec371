/** Somebody with a bare server: from the first command to people who can connect, and rules in force. */
import { once } from 'node:events';
import type { Page } from 'playwright';
import { end, run, start } from '../children.ts';
import { ROOT } from '../machine.ts';
import { eventually } from './look.ts';
import type { Somebody } from './somebody.ts';
import { showTerminal } from './terminal.ts';

const TYPED = 'npm run collector --';
const MAIN = `${ROOT}/collector/main.ts`;

export interface Office {
  address: string;
  /** The tokens that were made, by who has them. */
  tokens: Readonly<Record<string, string>>;
  close(): void;
}

/** Sets a server up in a folder that is empty, and gives people a way in. */
export async function setsUp(who: Somebody, folder: string, port: number): Promise<Office> {
  const address = `http://127.0.0.1:${port}`;
  const terminal = await who.browser.context.newPage();
  const { token, close } = await onTheServer(who, terminal, folder, address);
  await terminal.close();
  const welcome = await who.welcome();
  await welcome.getByText(who.words.named('path.roles.admin')).click();
  await who.step(welcome, 'welcome', 'Installs the extension and says what they do.', welcome.locator('[data-next]'));
  await welcome.locator('[data-step="practice"] input').check();
  await welcome.locator('[data-step="server"] input').check();
  await who.step(welcome, 'welcome-server', 'Ticks off what was done.', welcome.locator('[data-next]'));
  await (await who.connects(welcome, address, token, 'admin')).close();
  const tokens = await addsPeople(who, welcome);
  await writesRules(who, welcome);
  return { address, tokens, close };
}

/** init, serve, doctor. */
async function onTheServer(who: Somebody, terminal: Page, folder: string, address: string) {
  const command = (...args: string[]) => run(process.execPath, [MAIN, ...args], { cwd: folder });
  const shows = async (name: string, sentence: string, typed: string, printed: string, next: RegExp) =>
    who.step(terminal, name, sentence, await showTerminal(terminal, `${TYPED} ${typed}`, printed, next));
  const help = await command('help');
  await shows('help', 'Asks the server what it can do.', 'help', help.said, /init/);
  const place = [
    '--settings',
    'collector.conf',
    '--data',
    'records',
    '--unit',
    'none',
    '--port',
    new URL(address).port,
  ];
  const asked = [
    'init',
    '--address',
    address,
    '--team',
    'tarvello',
    '--admin',
    'ruth@tarvello.example',
    '--name',
    'Ruth',
  ];
  const made = await command(...asked, ...place);
  await shows('init', 'Sets it up in one command.', `${asked.join(' ')} …`, made.said, /^\s*1\. /);
  const [, token] = /^ {5}(cs_\S+|[\w.-]{30,})$/m.exec(made.said) ?? [];
  if (!token) throw new Error(`no token was made: ${made.said}`);
  const server = start(process.execPath, [MAIN, 'serve', '--settings', 'collector.conf'], { cwd: folder });
  let printed = '';
  server.stdout?.on('data', (text) => {
    printed += text;
  });
  await eventually.poll(() => printed).toContain('listening');
  await shows('serve', 'Starts it.', 'serve --settings collector.conf', printed, /listening on/);
  const doctor = await command('doctor', '--settings', 'collector.conf');
  await shows('doctor', 'Asks whether all is well.', 'doctor --settings collector.conf', doctor.said, /All is well/);
  return {
    token,
    close: () => {
      end(server, 'SIGTERM');
      return once(server, 'exit');
    },
  };
}

async function addsPeople(who: Somebody, welcome: Page): Promise<Record<string, string>> {
  await welcome.bringToFront();
  await welcome.locator('h1').scrollIntoViewIfNeeded();
  await who.step(welcome, 'welcome-connected', 'Comes back to the first steps.', welcome.locator('[data-next]'));
  const page = await who.follow(welcome, 'people');
  await who.step(page, 'people', 'Goes to the people.', who.button(page, 'people.add'));
  const made: Record<string, string> = {};
  for (const [name, role] of [
    ['Emma', 'reporter'],
    ['Marta', 'reporter'],
    ['Luca', 'reviewer'],
  ] as const) {
    await who.button(page, 'people.add').click();
    await page.getByLabel(who.words.says('people.subject')).fill(`${name.toLowerCase()}@tarvello.example`);
    await page.getByLabel(who.words.says('people.name')).fill(name);
    await page.getByLabel(who.words.named('people.mayDo')).selectOption(role);
    if (name === 'Emma') await who.step(page, 'person', 'Says who somebody is.', who.button(page, 'people.addNow'));
    await who.button(page, 'people.addNow').click();
    await eventually(page.locator('[data-token]')).toBeVisible();
    made[name] = (await page.locator('[data-token]').textContent()) ?? '';
    if (name === 'Emma') await who.step(page, 'token', 'Has a token to hand over.', who.button(page, 'people.copy'));
    await who.button(page, 'people.done').click();
  }
  await who.step(page, 'three-people', 'Has added three.', who.button(page, 'people.add'));
  await page.close();
  await welcome.locator('[data-step="people"] input').check();
  return made;
}

async function writesRules(who: Somebody, welcome: Page): Promise<void> {
  await who.step(welcome, 'welcome-people', 'Ticks that off.', welcome.locator('[data-next]'));
  const page = await who.follow(welcome, 'rules');
  const start = who.button(page, 'policyForm.start');
  await who.step(page, 'rules', 'Goes to write the rules.', who.text(page, 'policyForm.beginIntro'));
  await page.getByRole('checkbox', { name: /Customer FAQ/ }).check();
  await page.getByLabel(who.words.says('policyForm.organisation')).fill('Tarvello');
  await who.step(page, 'template', 'Chooses what AI is used for.', start);
  await start.click();
  await who.step(
    page,
    'draft',
    'Has rules that can be put in force, and reads what is missing.',
    who.text(page, 'policyForm.missing'),
  );
  await page
    .getByRole('button', { name: who.words.says('policyForm.gap.noResponsible') })
    .first()
    .click();
  await page.keyboard.type('Ruth Keller');
  await page
    .getByLabel(who.words.says('policyForm.label.contactPage'))
    .first()
    .fill('https://tarvello.example/contact');
  await who.step(
    page,
    'gap',
    'Mends a gap where it leads to.',
    page.getByLabel(who.words.says('policyForm.label.contactPage')),
  );
  await page.getByLabel(who.words.says('policyForm.note')).fill('The first rules');
  await who.button(page, 'policyForm.publish').scrollIntoViewIfNeeded();
  await who.step(page, 'publish', 'Says why, and is about to publish.', who.button(page, 'policyForm.publish'));
  await who.button(page, 'policyForm.publish').click();
  await who.step(page, 'published', 'Publishes them.', who.text(page, 'policyForm.published'));
  await page.close();
  await eventually(welcome.locator('[data-step="rules"]')).toHaveAttribute('data-done', 'true');
  await who.step(welcome, 'welcome-rules', 'Comes back to the first steps.', welcome.locator('[data-next]'));
}
