/** The test build without the gate: the same in all else, so that what the gate costs can be told apart. */
import { defineConfig } from 'wxt';
import base from '../../../wxt.config.ts';

/** By the end of its path, what stands for a module that puts a gate into frames, answers them, or hears what happens there. */
const ABSENT: Readonly<Record<string, string>> = {
  '/lib/background/gate/gates.ts': 'export const registerGates = () => {};',
  '/lib/background/gate/frames.ts': ['standIn', 'standWhereAsked', 'tellSeen', 'tellChanged']
    .map((name) => `export const ${name} = async () => {};`)
    .join('\n'),
};

export default defineConfig({
  ...base,
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}-ungated',
  vite: () => ({
    plugins: [
      {
        name: 'countersign:ungated',
        enforce: 'pre',
        load: (id) => Object.entries(ABSENT).find(([path]) => id.endsWith(path))?.[1],
      },
    ],
  }),
});
