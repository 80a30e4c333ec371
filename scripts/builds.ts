/** The builds that tests look at and run. */
import { runPackage } from './children.ts';

const BUILDS = {
  'chrome-mv3-test': ['--mode', 'test'],
  'firefox-mv3-test': ['-b', 'firefox', '--mode', 'test'],
  'chrome-mv3': [],
  'firefox-mv3': ['-b', 'firefox'],
} satisfies Record<string, string[]>;

/** Builds all of them at once. Gives what the failed ones said. */
export async function buildAll(): Promise<string[]> {
  const built = await Promise.all(
    Object.entries(BUILDS).map(async ([name, args]) => {
      const { code, said } = await runPackage('wxt/bin/wxt.mjs', ['build', ...args]);
      return code === 0 ? undefined : `${name}:\n${said}`;
    }),
  );
  return built.filter((said) => said !== undefined);
}
