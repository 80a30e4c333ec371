/** A page that looks: `window.find`, selections that grow, hit tests and sizes tell it nothing of a text's status. */
import { test } from 'playwright/test';
import { deepClick, deepEvaluate, deepWait } from '../harness/deep.ts';
import { expect, still } from '../harness/expect.ts';
import { badge, choose, closeCard, flag, openTrace } from '../harness/flows.ts';
import { nightly } from '../harness/nightly.ts';
import { overheard, spyingPage, touched } from '../harness/pages/hostile-page.ts';
import { stage } from '../harness/stage.ts';

const here = stage();

/** What our badges and cards say somewhere; none of it stands in the page. */
const WORDS = [
  'Not reviewed',
  'Reported',
  'Nobody has reviewed',
  'Somebody reported',
  'Withdrawn',
  'report',
  'Unsafe link',
  'What you said',
  'Not decided',
  'Critical',
  'Major',
  'Undo',
  'Add a comment',
  'Edit',
  'Check code',
  'Tool',
  'side panel',
];

test('no word of a badge or a card can be found, selected or copied by the page', async () => {
  const page = await here.spying('/find');
  expect((await overheard(page, ['Quokka', ...WORDS])).found).toEqual(['Quokka']);
  await flag(page, 'security', 'critical');
  const after = await overheard(page, ['Quokka', ...WORDS]);
  expect(after.found).toEqual(['Quokka']);
  for (const word of WORDS) expect(after.read.toLowerCase()).not.toContain(word.toLowerCase());
  await closeCard(page);
  await deepClick(page, badge('reported'));
  await deepWait(page, '[data-report-id] [data-action="amend"]');
  await deepClick(page, '[data-report-id] [data-action="amend"]');
  expect((await overheard(page, WORDS)).found).toEqual([]);
  await page.keyboard.press('Control+A');
  const all = await page.evaluate(() => getSelection()?.toString() ?? '');
  for (const word of WORDS) expect(all.toLowerCase()).not.toContain(word.toLowerCase());
  // Nothing that a browser could search is in our roots at all, but styles.
  const texts = await deepEvaluate<string>(
    page,
    '.card, button[data-status]',
    `[...function* () { const walk = document.createTreeWalker(this, NodeFilter.SHOW_TEXT); while (walk.nextNode()) yield walk.currentNode.data.trim(); }.call(this)].join('')`,
  );
  expect(texts.join('')).toBe('');
  await page.close();
});

test('screen readers are told every word that is painted', async () => {
  const page = await here.spying('/spoken');
  await deepClick(page, badge('unreviewed'));
  await deepClick(page, '[data-action="more"]');
  await deepWait(page, '[data-category="security"]');
  const session = await page.context().newCDPSession(page);
  // The tree that they are told of follows what is drawn, a moment later.
  await expect(async () => {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const named = (role: string) =>
      nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => String(node.name?.value ?? ''));
    expect(named('dialog')).toEqual(['About this AI text']);
    expect(named('button')).toEqual(
      expect.arrayContaining(['Wrong or invented fact', 'Unsafe link, code or instruction']),
    );
    expect(named('heading')).toEqual(expect.arrayContaining(['Something wrong with it?', 'Where it comes from']));
    expect(named('StaticText').join(' ')).toContain('Nobody has reviewed this answer yet.');
  }).toPass();
  await page.close();
});

nightly('badges and cards are as large whatever they say', async () => {
  const page = await here.spying('/sizes');
  const badges = await still(() => touched(page));
  expect(badges.length).toBeGreaterThan(2);
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '[data-category="factual"]');
  const card = await still(() => touched(page));
  await openTrace(page);
  await expect.poll(() => touched(page)).toEqual(card);
  await choose(page, 'security');
  await deepWait(page, '[data-severity="critical"]');
  await expect.poll(() => touched(page)).toEqual(card);
  await deepClick(page, '[data-severity="critical"]');
  await deepWait(page, '.sent');
  await expect.poll(() => touched(page)).toEqual(card);
  await closeCard(page);
  await deepWait(page, badge('reported'));
  await expect.poll(() => touched(page)).toEqual(badges);
  await page.close();
});

test('a page does not hear that our script starts', async () => {
  // Of this page alone: the browser is used again.
  const page = await here.browser.context.newPage();
  await page.addInitScript((id) => {
    const { started } = Object.assign(window, { started: [] as string[] });
    for (const type of ['wxt:content-script-started', 'detector:wxt:content-script-started'])
      document.addEventListener(`${id}:${type}`, () => started.push(type), true);
    addEventListener('message', ({ data }) => started.push(String(data?.type)), true);
  }, here.browser.extensionId);
  await page.goto(here.server.page('/start', spyingPage('/start')));
  await deepWait(page, badge('unreviewed'));
  expect(await page.evaluate(() => (window as unknown as { started: string[] }).started)).toEqual([]);
  await page.close();
});

test('a page cannot give a badge or a card colours of its own', async () => {
  const page = await here.spying('/colours');
  const colours = () =>
    deepEvaluate<string>(page, '.card, .card .status, button[data-status]', 'getComputedStyle(this).backgroundColor');
  await deepClick(page, badge('unreviewed'));
  await deepWait(page, '.card .status');
  const before = await colours();
  expect(new Set(before).size).toBeGreaterThan(1);
  await page.addStyleTag({
    content: `* { ${['ground', 'surface', 'neutral', 'soft'].map((name) => `--cs-${name}: #f0f !important`).join(';')};
      --tone-paper: #f0f !important }`,
  });
  expect(await colours()).toEqual(before);
  await page.close();
});
