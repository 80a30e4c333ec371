/** Bundles code of a test or a bench that runs in a page. */
import { build } from 'vite';

/** The code of `entry` and all that it imports, as one script for a page. */
export async function bundle(entry: URL): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: { entry: entry.pathname, formats: ['iife'], name: 'benched' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  if (!first || !('output' in first)) throw new Error(`${entry.pathname} was not bundled`);
  return first.output[0].code;
}
