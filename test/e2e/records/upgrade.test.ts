/** A browser with the database of each earlier version in it, as frozen in `test/records`: today's extension opens it and goes on. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from 'playwright/test';
import { ROOT } from '../../../scripts/machine.ts';
import { IS_NIGHT } from '../../nightly.ts';
import { launchChromium, withExtension } from '../harness/chromium.ts';
import { makeCollector } from '../harness/collector.ts';

/** The stores of the first release, and those that later versions added. */
const FIRST = {
  events: 'key, subject',
  contents: 'key, subject',
  outputs: 'hash, outputId, status, updatedAt, *reportIds',
  reports: 'reportId, hash, source, state, updatedAt',
  outbox: '++ordinal, key, [targetId+key], [targetId+state]',
  targets: 'targetId',
};
const SECOND = { ...FIRST, sites: 'origin, usedAt', watches: 'pattern' };
const FOURTH = { ...SECOND, fingerprints: '++ordinal, &hash, at', postings: 'bucket' };
const VERSIONS: [number, Record<string, string>][] = [
  [1, FIRST],
  [2, SECOND],
  [3, SECOND],
  [4, FOURTH],
];

type Frozen = Record<string, Record<string, unknown>[]>;

/** Makes the database as that version made it: Dexie's version times ten, and its words for keys and indexes. */
const putOld = (inside: Page, version: number, stores: Record<string, string>, rows: Frozen): Promise<void> =>
  inside.evaluate(
    async ([number, declared, given]) => {
      // In one breath: the extension opens its database again as soon as it is gone, and has to come after us.
      indexedDB.deleteDatabase('countersign');
      const open = indexedDB.open('countersign', number * 10);
      const pathOf = (name: string) =>
        name.startsWith('[') ? name.slice(1, -1).split('+') : name.replace(/^[*+&]+/, '');
      open.onupgradeneeded = () => {
        for (const [name, words] of Object.entries(declared)) {
          const [key = '', ...indexes] = words.split(', ');
          const store = open.result.createObjectStore(name, {
            keyPath: pathOf(key),
            autoIncrement: key.startsWith('++'),
          });
          for (const index of indexes)
            store.createIndex(index.replace(/^[*&]/, ''), pathOf(index), {
              multiEntry: index.startsWith('*'),
              unique: index.startsWith('&'),
            });
        }
      };
      await new Promise((resolve, reject) => {
        open.onsuccess = resolve;
        open.onerror = reject;
      });
      const transaction = open.result.transaction(Object.keys(given), 'readwrite');
      for (const [name, each] of Object.entries(given)) for (const row of each) transaction.objectStore(name).put(row);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = reject;
      });
      open.result.close();
    },
    [version, stores, rows] as const,
  );

/** The frozen endpoint at the address of a collector that is there, with a token that it knows. */
function movedTo(address: string, token: string, row: Record<string, unknown>): Record<string, unknown> {
  const settings = 'settings' in row ? { settings: { address, token } } : { endpoint: address, token };
  return { ...row, ...settings, role: 'reviewer', cursor: '0'.repeat(16) };
}

/** The oldest, which every step changes; the others are opened each night, and every one by `test/unit/store/records.test.ts`. */
const OPENED = IS_NIGHT ? VERSIONS : VERSIONS.slice(0, 1);

for (const [version, stores] of OPENED)
  test(`a database of version ${version} shows what it held and sends what waited`, async () => {
    const text = await readFile(join(ROOT, 'test', 'records', `database.v${version}.json`), 'utf8');
    const frozen = JSON.parse(text) as Frozen;
    const collector = await makeCollector();
    const token = await collector.createToken('acme', 'anna', 'reviewer');
    await collector.start();
    const userDataDir = await mkdtemp(join(tmpdir(), 'countersign-profile-'));
    const old = await launchChromium({ userDataDir });
    const targets = (frozen.targets ?? []).map((row) => movedTo(collector.url, token, row));
    await withExtension(old, (inside) => putOld(inside, version, stores, { ...frozen, targets }));
    await old.close();

    const browser = await launchChromium({ userDataDir });
    try {
      const options = await browser.open('options.html');
      const count = (name: string) =>
        options.locator('#stored dt', { hasText: name }).locator('xpath=following-sibling::dd[1]');
      await expect(count('AI answers')).toHaveText(String(frozen.outputs?.length));
      await expect(count('Items')).toHaveText(String(frozen.events?.length));
      const waiting = new Set((frozen.outbox ?? []).map(({ key }) => String(key)));
      const arrived = async () => {
        const { body } = await collector.ask(token, '/v1/events?limit=100');
        return (body as { events: { source: string; id: string }[] }).events.map(({ source, id }) => `${source}|${id}`);
      };
      // What amends or withdraws a report that this collector never got is refused, and kept with the reason.
      await expect(count('Waiting to be sent')).toHaveText(/^0( · \d was refused| · \d were refused)?$/);
      await expect.poll(async () => (await arrived()).length).toBeGreaterThan(0);
      expect((await arrived()).every((key) => waiting.has(key))).toBe(true);
      const panel = await browser.open('sidepanel.html');
      await panel.getByRole('tab', { name: 'Queue' }).click();
      await expect(panel.locator('[data-output-hash]')).toHaveCount(
        (frozen.outputs ?? []).filter(({ status }) => status === 'reported').length,
      );
    } finally {
      await browser.close();
      await collector.remove();
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
