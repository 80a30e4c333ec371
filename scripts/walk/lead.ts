/** Somebody who decides on what others report: from the installed extension to the first decisions, all by keys. */
import type { Page } from 'playwright';
import { eventually } from './look.ts';
import type { Somebody } from './somebody.ts';

const NOTE = 'The subtotal is wrong; ask for a new quote.';

/** Of two reports, the first in the queue is blocked and the second approved. */
export async function decides(who: Somebody, address: string, token: string): Promise<void> {
  const welcome = await who.welcome();
  await welcome.getByText(who.words.named('path.roles.lead')).click();
  await who.step(welcome, 'welcome', 'Installs it and says what they do.', welcome.locator('[data-next]'));
  await welcome.locator('[data-step="practice"] input').check();
  await (await who.connects(welcome, address, token, 'reviewer')).close();
  await welcome.bringToFront();
  await welcome.locator('h1').scrollIntoViewIfNeeded();
  await who.step(welcome, 'welcome-connected', 'Comes back to the first steps.', welcome.locator('[data-next]'));
  const panel = await who.panel();
  await opensQueue(who, panel);
  await byKeys(who, panel);
  await looksBack(who, panel);
  await panel.close();
  await figures(who, welcome);
}

async function opensQueue(who: Somebody, panel: Page): Promise<void> {
  await who.openTab(panel, 'queue');
  await eventually(panel.locator('li[data-output-hash]')).toHaveCount(2);
  await who.step(panel, 'queue', 'Opens the queue.', panel.locator('li[data-output-hash] button'));
  await panel.keyboard.press('?');
  await who.step(panel, 'keys', 'Asks for the keys.', who.text(panel, 'panel.keys.record'));
  await panel.keyboard.press('Escape');
}

async function byKeys(who: Somebody, panel: Page): Promise<void> {
  await panel.keyboard.press('j');
  await eventually(panel.locator('li[data-output-hash] button').first()).toBeFocused();
  await panel.keyboard.press('Enter');
  await who.step(panel, 'report', 'Opens the first by Enter.', panel.locator('div[data-output-hash]'));
  await panel.keyboard.press('1');
  await who.step(panel, 'approve', 'Presses 1: approve.', who.button(panel, 'panel.queue.record'));
  await panel.keyboard.press('Enter');
  await who.step(panel, 'approved', 'Records it by Enter; the next is open.', who.button(panel, 'common.undo'));
  await panel.keyboard.press('u');
  await eventually(panel.getByRole('radio', { name: who.words.named('verdict.approve') })).toBeChecked();
  await who.step(panel, 'undone', 'Undoes it by u.', who.button(panel, 'panel.queue.record'));
  await panel.keyboard.press('4');
  await panel.locator('[name="note"]').fill('');
  await panel.keyboard.press('Control+Enter');
  await who.step(
    panel,
    'note-missing',
    'Presses 4, block, and records it without a note.',
    who.text(panel, 'panel.queue.noteMissing'),
  );
  await panel.locator('[name="note"]').fill(NOTE);
  await who.step(panel, 'block', 'Writes why.', who.button(panel, 'panel.queue.record'));
  await panel.keyboard.press('Control+Enter');
  await eventually(who.text(panel, 'panel.queue.next').first()).toBeAttached();
  await who.step(panel, 'blocked', 'Records it; the next is open.', who.button(panel, 'common.undo'));
  await panel.keyboard.press('1');
  await panel.keyboard.press('Enter');
  await who.step(
    panel,
    'queue-empty',
    'Approves the second: nothing waits any more.',
    who.text(panel, 'panel.queue.noneText'),
  );
}

async function looksBack(who: Somebody, panel: Page): Promise<void> {
  await panel.keyboard.press('m');
  await who.step(panel, 'my-decisions', 'Looks at their own decisions.', who.button(panel, 'panel.queue.back'));
  await who.openTab(panel, 'log');
  await who.step(panel, 'log', 'Looks at the log.', panel.locator('main button:not([role="tab"])'));
}

async function figures(who: Somebody, welcome: Page): Promise<void> {
  await welcome.bringToFront();
  await who.step(welcome, 'welcome-decided', 'Comes back to the first steps.', welcome.locator('[data-next]'));
  const page = await who.follow(welcome, 'figures');
  await eventually(page.locator('[data-metric]').first()).toBeVisible();
  await who.step(page, 'figures', 'Looks at the figures.', page.locator('main button'));
  await page.close();
  const away = await who.follow(welcome, 'away');
  await who.step(away, 'away', 'Looks who decides while they are away.', who.button(away, 'away.say'));
  await away.close();
}
