import { expect, it } from 'vitest';
import { INITIAL_PATH } from '../../../collector/database/initial.ts';
import { read } from '../tree.ts';

it('the files of an empty database are those of the PGlite that is installed, for clone and package', () => {
  for (const path of ['package.json', 'collector/package/package.json']) {
    const { dependencies } = JSON.parse(read(path)) as { dependencies: Record<string, string> };
    expect(INITIAL_PATH, path).toContain(`initial-${dependencies['@electric-sql/pglite']}.tar.br`);
  }
});
