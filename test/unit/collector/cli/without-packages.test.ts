import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProgram } from '../processes.ts';

const ROOT = new URL('../../../../', import.meta.url).pathname;

test('from a clone in which nothing is installed, the collector says how it is run', async () => {
  const clone = mkdtempSync(join(tmpdir(), 'countersign-bare-'));
  onTestFinished(() => rmSync(clone, { recursive: true, force: true }));
  const isSource = (path: string) => !path.includes('node_modules');
  for (const folder of ['collector', 'lib'])
    cpSync(join(ROOT, folder), join(clone, folder), { recursive: true, filter: isSource });
  const { ended } = startProgram(process.execPath, [join(clone, 'collector', 'main.ts'), 'serve'], {});
  const { code, err } = await ended;
  expect(err).toBe(
    'The packages that the collector is made of are not installed. Run it as “npm run collector -- COMMAND” from the folder of the clone: that installs them first.\n',
  );
  expect(code).toBe(1);
});
