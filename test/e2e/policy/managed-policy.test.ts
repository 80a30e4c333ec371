/** The managed policy: in force at once, over what a person loaded, never half. */
import { test } from 'playwright/test';
import { stopServiceWorker } from '../harness/chromium.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { chatPage, FIRST_BUILD } from '../harness/pages/own-chat.ts';
import { launchManaged, mayManage } from '../harness/profile/managed.ts';
import { startServer } from '../harness/server.ts';

const PAST: [string, string][] = [['How long?', 'The warranty lasts two years from the day of delivery.']];
const desk = (name: string) => ({
  id: 'desk',
  name,
  checkedAt: '2026-11-22',
  match: { hosts: ['127.0.0.1'] },
  turn: [`.${FIRST_BUILD.answer}`],
  prose: ['.said'],
  user: [`.${FIRST_BUILD.question}`],
});
const policyOf = (version: string, tools: object) => JSON.stringify({ format: 1, version, tools });

const CAN = mayManage();
test(CAN ? 'this machine lets policies be managed' : 'not run here: only an administrator may manage policies', () => {
  expect(typeof CAN).toBe('boolean');
});

if (CAN)
  test('a managed policy comes in while tabs are open, outranks a loaded one, and is refused whole', async () => {
    const [browser, server] = await Promise.all([launchManaged(), startServer()]);
    server.page('/past', chatPage(FIRST_BUILD, PAST));
    const page = await browser.context.newPage();
    await page.goto(`${server.url}/past`);
    const found = async () => (await listOutputs(browser, page)).map(({ tool, text }) => `${tool}: ${text}`);
    const options = await browser.open('options.html');
    const tools = options.locator('#tools');
    await tools.getByLabel('Load rules').fill(policyOf('mine', { off: ['poe'] }));
    await tools.getByRole('button', { name: 'Load', exact: true }).click();
    await expect(tools.locator('[data-policy="mine"]')).toBeVisible();
    expect(await found()).toEqual([]);

    browser.manage({ policy: policyOf('theirs', { add: [desk('Acme desk')] }) });
    await expect(tools.locator('[data-policy="theirs"]')).toContainText('set by your organisation');
    await expect(tools).toContainText('without effect here: version mine, loaded here');
    await tools.getByText('Where each value comes from', { exact: true }).click();
    await tools.locator('summary').getByText('Version', { exact: true }).click();
    await expect(tools.locator('[data-field="version"]')).toContainText('manages in this browser');
    await expect(tools.locator('[data-field="version"]')).toContainText('mine (what was loaded here)');
    await expect.poll(found).toEqual([`desk: ${PAST[0]?.[1]}`]);
    await expect(tools.getByLabel('Load rules')).toHaveCount(0);
    await expect(tools.locator('[data-tool="poe"]')).not.toContainText('Switched off');

    browser.manage({ policy: policyOf('broken', { add: [{ ...desk('Broken'), turn: ['div['] }], off: ['claude'] }) });
    await expect(tools).toContainText('The rules that your organisation set were refused.');
    await expect(tools).toContainText('tools.add.desk.turn.1: no CSS selector: div[');
    await expect(tools.locator('[data-policy="theirs"]')).toBeVisible();
    await expect(tools.locator('[data-tool="claude"]')).not.toContainText('Switched off');
    await stopServiceWorker(browser);
    await page.reload();
    await expect.poll(found).toEqual([`desk: ${PAST[0]?.[1]}`]);

    browser.manage(undefined);
    await expect(tools.locator('[data-policy="mine"]')).toBeVisible();
    await expect(tools.locator('[data-tool="poe"]')).toContainText('Switched off by your rules');
    await expect(tools).not.toContainText('was refused');
    await expect.poll(found).toEqual([]);
    await browser.close();
    await server.close();
  });
