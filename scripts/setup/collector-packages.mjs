/**
 * Lets the collector's source run with its own packages alone: `node --import` this file. What is imported by name is looked
 * for in `collector/package`, also by the files of `lib`, which have no packages beside or above them then.
 */
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const home = pathToFileURL(join(root, 'collector', 'package', 'package.json')).href;
const isOurs = (url) => url?.startsWith(pathToFileURL(`${root}/`).href) && !url.includes('/node_modules/');
const isByName = (specifier) => !/^(?:[./#]|[a-z]+:)/.test(specifier);

registerHooks({
  resolve: (specifier, context, next) =>
    isByName(specifier) && isOurs(context.parentURL)
      ? next(specifier, { ...context, parentURL: home })
      : next(specifier, context),
});
