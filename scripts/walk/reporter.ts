/** Somebody who uses AI at work: from the installed extension to an own report, and to what became of it. */
import type { Page } from 'playwright';
import { deepClick, deepGone, deepWait } from '../../test/e2e/harness/deep.ts';
import { ask, badge, type ChatPage, closeCard, outputsOf } from '../../test/e2e/harness/flows.ts';
import { answerOf } from '../../test/live/answers.ts';
import type { Live } from '../../test/live/server.ts';
import { eventually } from './look.ts';
import type { Somebody } from './somebody.ts';

export interface Chat {
  live: Live;
  kind: ChatPage;
  theme: 'light' | 'dark';
  /** Which answer is asked for. */
  answer: string;
}

/** The answer of the welcome page is flagged for practice. */
async function practises(who: Somebody): Promise<Page> {
  const welcome = await who.welcome();
  const now = welcome.locator('#practice [role="status"]').first();
  await who.step(welcome, 'welcome', 'Installs it; this page opens by itself.', welcome.locator('[data-next]'));
  await welcome.getByRole('link', { name: who.words.named('path.go.practice') }).click();
  await who.step(welcome, 'practice', 'Goes to the practice answer.', now);
  await welcome.locator('[data-stage="start"] button').click();
  await who.step(welcome, 'practice-what', 'Presses the badge of the answer.', now);
  await welcome.locator('[data-stage="what"] [data-category="factual"]').click();
  await who.step(welcome, 'practice-how-bad', 'Says what is wrong.', now);
  await welcome.locator('[data-severity="major"]').click();
  await who.step(welcome, 'practised', 'Says how bad it is, and is done.', who.text(welcome, 'practice.onward'));
  return welcome;
}

/** Everything up to the own report that waits for a decision. Gives the page of the chat. */
export async function reports(who: Somebody, chat: Chat, address: string, token: string): Promise<Page> {
  const welcome = await practises(who);
  await welcome.getByRole('link', { name: who.words.says('practice.onward') }).click();
  await who.step(welcome, 'next-step', 'Follows it to the next step.', welcome.locator('[data-step="connect"] a'));
  await (await who.connects(welcome, address, token, 'reporter')).close();
  await welcome.bringToFront();
  await welcome.locator('h1').scrollIntoViewIfNeeded();
  await who.step(welcome, 'welcome-connected', 'Comes back to the first steps.', welcome.locator('[data-next]'));
  const page = await who.browser.context.newPage();
  await page.goto(chat.live.pageUrl(chat.kind, { lang: who.words.language, theme: chat.theme }));
  await asks(who, page, chat);
  await flags(who, page);
  await looksAtOwn(who, page);
  return page;
}

/** A panel beside the chat before anything was asked, then a question and its answer. */
async function asks(who: Somebody, page: Page, { kind, answer }: Chat): Promise<void> {
  const panel = await who.panel(page);
  await who.step(panel, 'panel-empty', 'Opens the side panel in a chat tool.', who.text(panel, 'panel.page.noneText'));
  await panel.close();
  await page.bringToFront();
  await ask(page, kind, answerOf(answer).prompt);
  await outputsOf(who.browser, page, 1);
  await deepWait(page, badge('unreviewed'));
  await who.step(page, 'badge', 'Asks something; the answer gets a badge.', { drawn: badge('unreviewed') });
}

/** Two presses, taken back, and again. */
async function flags(who: Somebody, page: Page): Promise<void> {
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '[data-category="factual"]');
  await who.step(page, 'card', 'Presses the badge.', { drawn: '[data-category="factual"]' });
  await deepClick(page, '[data-category="factual"]');
  await deepWait(page, '[data-severity="major"]');
  await who.step(page, 'how-bad', 'First press: what is wrong.', { drawn: '[data-severity="critical"]' });
  await deepClick(page, '[data-severity="major"]');
  await deepWait(page, '[data-action="undo"]');
  await who.step(page, 'sent', 'Second press: how bad it is. It is sent.', { drawn: '[data-action="undo"]' });
  await deepClick(page, '[data-action="undo"]');
  await deepGone(page, '[data-action="undo"]');
  await deepWait(page, badge('unreviewed'));
  await who.step(page, 'undone', 'Undoes it.', { drawn: '[data-category="factual"]' });
  await deepClick(page, '[data-category="factual"]');
  await deepClick(page, '[data-severity="major"]');
  await deepWait(page, '.sent');
  await closeCard(page);
  await deepWait(page, badge('reported'));
  await who.step(page, 'flagged', 'Flags it again, and closes the card.', { drawn: badge('reported') });
}

/** The panel: this page, and the own report. */
async function looksAtOwn(who: Somebody, page: Page): Promise<void> {
  const panel = await who.panel(page);
  await who.openTab(panel, 'page');
  await who.step(panel, 'this-page', 'Opens the side panel at the answer.', panel.locator('[data-output-hash] button'));
  await who.openTab(panel, 'mine');
  const waits = panel.getByText(
    new RegExp(`${who.words.says('panel.mine.next.team').source}|${who.words.says('panel.mine.fate.received').source}`),
  );
  await who.step(panel, 'my-reports', 'Looks at their own reports.', waits);
  await panel.close();
}

/** What became of it: in the page, at the card, in the panel and on the welcome page. */
export async function hearsBack(who: Somebody, page: Page, fate: 'agreed' | 'declined'): Promise<void> {
  const status = fate === 'agreed' ? 'blocked' : 'approved';
  await page.bringToFront();
  await deepWait(page, badge(status));
  await who.step(page, 'decided-badge', 'Some minutes later the badge says what was decided.', {
    drawn: badge(status),
  });
  const panel = await who.panel(page);
  // It opens where it was left, which is there.
  await who.openTab(panel, 'mine');
  await who.step(
    panel,
    'heard',
    'Opens the panel and reads what was decided on the own report.',
    who.text(panel, `panel.mine.fate.${fate}`),
  );
  await panel.close();
  await page.bringToFront();
  await deepClick(page, badge(status));
  await deepWait(page, '[data-report-id]');
  await who.step(page, 'decided-card', 'Presses it and reads why.', { drawn: '.statusName' });
  await closeCard(page);
  const welcome = await who.welcome();
  await welcome.locator('h1').scrollIntoViewIfNeeded();
  await who.step(welcome, 'welcome-flagged', 'Comes back to the first steps.', welcome.locator('[data-next]'));
  await welcome.locator('[data-step="fate"] input').check();
  await eventually(who.text(welcome, 'path.all')).toBeVisible();
  await who.step(welcome, 'all-done', 'Ticks the last one.', who.text(welcome, 'path.all'));
}
