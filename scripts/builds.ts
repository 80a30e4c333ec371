/** The builds that tests and benches look at and run. */
import { runPackage } from './children.ts';

const BUILDS = {
  'chrome-mv3-test': ['--mode', 'test'],
  'firefox-mv3-test': ['-b', 'firefox', '--mode', 'test'],
  'chrome-mv3': [],
  'firefox-mv3': ['-b', 'firefox'],
} satisfies Record<string, string[]>;

export type Build = keyof typeof BUILDS;

/** Builds several at once, all if none is named. Gives what the failed ones said. */
export async function buildAll(names = Object.keys(BUILDS) as Build[]): Promise<string[]> {
  const built = await Promise.all(
    names.map(async (name) => {
      const { code, said } = await runPackage('wxt/bin/wxt.mjs', ['build', ...BUILDS[name]]);
      return code === 0 ? undefined : `${name}:\n${said}`;
    }),
  );
  return built.filter((said) => said !== undefined);
}
