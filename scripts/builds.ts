/** The builds that tests and benches look at and run. */
import { runPackage } from './children.ts';

const BUILDS = {
  'chrome-mv3-test': ['--mode', 'test'],
  'firefox-mv3-test': ['-b', 'firefox', '--mode', 'test'],
  'chrome-mv3': [],
  'firefox-mv3': ['-b', 'firefox'],
  // For a bench alone: what the gate costs is told beside a build that has none.
  'chrome-mv3-ungated': ['-c', 'test/bench/gate/ungated.config.ts', '--mode', 'test'],
} satisfies Record<string, string[]>;

export type Build = keyof typeof BUILDS;

const TESTED: readonly Build[] = ['chrome-mv3-test', 'firefox-mv3-test', 'chrome-mv3', 'firefox-mv3'];

/** Builds several at once, all that tests look at if none is named. Gives what the failed ones said. */
export async function buildAll(names: readonly Build[] = TESTED): Promise<string[]> {
  const built = await Promise.all(
    names.map(async (name) => {
      const { code, said } = await runPackage('wxt/bin/wxt.mjs', ['build', ...BUILDS[name]]);
      return code === 0 ? undefined : `${name}:\n${said}`;
    }),
  );
  return built.filter((said) => said !== undefined);
}
