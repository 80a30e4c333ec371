import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { defineConfig } from 'wxt';
import { hostPatterns } from './lib/tools/index.ts';
import { inAscii } from './scripts/release/ascii.ts';
import { notePackages } from './scripts/release/built-in.ts';
import { lazyData } from './scripts/release/lazy-data.ts';

/** Pages served on this computer: the test and demo build may read them without asking. */
const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];

/** Sites that a person or the policy may add, each of which the browser asks about. */
const OPTIONAL = ['https://*/*', ...LOOPBACK];
/** Hosts on this computer that the test build has no access to, until it asks. */
const UNGRANTED = ['http://*.localhost/*'];

// The test build is the shipped code: WXT takes the mode for React's, which would build the slow one.
if (process.env.NODE_ENV === 'test') process.env.NODE_ENV = 'production';

const NATIVE_BROWSER = fileURLToPath(import.meta.resolve('@wxt-dev/browser'));

/** What the framework wraps each content script in; the rest of the id names the script. */
const WRAPPER = /^\0virtual:wxt-content-script-(?:isolated|main)-world-entrypoint\?(.+)$/;

const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAz3ntRiPzyttxYs7JvmAIUWRgomb0LBJqms3qwdM68JB7UDYueGiN5jjcVNsCpTQ5EiWdO1feznIAVdJBEKla1MpvhqeK80LKyzJ+VsDUpmCXB0cwFZLYQw9T0cYtbOR5e2w5sPZ0jF0sPVFbqExFWU769g3wNPeYsJKsD+E/sc3zUGhuN4ImDMPiLgbsg4Ifye6L/GxaQzlXE0D9deqQlZXMlROBJr1BhKRRkFkzIRzPdCm4y6QKdI7IC69iIL7O2gepoNzgkgypSju65vXD3DKDe+T7Shj1fgnn/xaYQA2bVa+eOi2lFUHtTBcj2nDWnkhFm45Bw583dbxGx1iwSwIDAQAB';

/** What `#i18n` gives, with the types of `lib/words.d.ts`. */
const TYPED_WORDS = `/// <reference path="../../lib/words.d.ts" />
import { createI18n } from '@wxt-dev/i18n';
import type { Words } from 'countersign:words';
import type { GeneratedI18nStructure } from './structure';

export const i18n: Words<GeneratedI18nStructure> = createI18n<GeneratedI18nStructure>();
`;

/**
 * What several pages use, in a few files instead of one for each set of pages that shares something: the browser takes as long to
 * fetch a file of 300 bytes from an extension as one of 30,000, and a page had 40 of them.
 */
const SHARED = { minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 60_000 };
/** Packages first: they use nothing of ours, so that no two files wait for one another. */
const GROUPS = [
  // The record is a sheet of paper: in a file that it shares with others it would take their colours, and be dark in the dark.
  { name: 'base', test: /components\/ui\/base\.css/, priority: 2 },
  { ...SHARED, name: 'packages', test: /node_modules/, priority: 1 },
  { ...SHARED, name: 'shared' },
];
const withFewChunks = (build: InlineConfig['build']): InlineConfig['build'] => ({
  ...build,
  rolldownOptions: {
    ...build?.rolldownOptions,
    output: { ...build?.rolldownOptions?.output, codeSplitting: { groups: GROUPS }, strictExecutionOrder: true },
  },
});

const parts = notePackages();

let packed: string | undefined;
function withoutKey(path: string): void {
  packed = readFileSync(path, 'utf8');
  const { key, ...manifest } = JSON.parse(packed) as Record<string, unknown>;
  if (key !== undefined) writeFileSync(path, JSON.stringify(manifest));
}
function withKey(path: string): void {
  if (packed !== undefined) writeFileSync(path, packed);
}

export default defineConfig({
  // What is tracked and tells how it is built: Mozilla's reviewers build it themselves.
  zip: { excludeSources: ['test-results/**', '**/*.tgz', '**/*.tsbuildinfo'] },
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  hooks: {
    'prepare:types': (_, entries) => {
      for (const entry of entries)
        if ('text' in entry && entry.path.endsWith('i18n/index.ts')) entry.text = TYPED_WORDS;
    },
    // The polyfill's 10 KB would be paid in every tab; content scripts use only what all our browsers have natively.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (process.env.NODE_ENV === 'production')
        config.define = { ...config.define, 'process.env.NODE_ENV': JSON.stringify('production') };
      config.plugins?.push(parts.plugin, lazyData());
      if (entrypoints.length > 1) config.build = withFewChunks(config.build);
      if (!entrypoints.every(({ type }) => type === 'content-script')) return;
      config.plugins?.push({
        name: 'countersign:native-browser',
        enforce: 'pre',
        resolveId: (source) => (source === '@wxt-dev/webextension-polyfill/browser' ? NATIVE_BROWSER : undefined),
      });
      config.plugins?.push(inAscii());
      // It costs 1 KB in each of them, and says by a DOM event that it starts: any page could hear that we are there.
      config.plugins?.push({
        name: 'countersign:no-wrapper',
        enforce: 'pre',
        load: (id) => {
          const script = WRAPPER.exec(id)?.[1];
          return script ? `import definition from '${script}'; export default definition.main();` : undefined;
        },
      });
    },
    'build:done': ({ config }) => parts.write(config.outDir),
    // Stores give an id of their own and refuse a key; unpacked builds need it. So the package goes without, the folder with.
    'zip:extension:start': ({ config }) => withoutKey(join(config.outDir, 'manifest.json')),
    'zip:extension:done': ({ config }) => withKey(join(config.outDir, 'manifest.json')),
    'build:manifestGenerated': (wxt, manifest) => {
      for (const script of manifest.content_scripts ?? []) script.matches = [...hostPatterns()];
      if (wxt.config.mode !== 'test') return;
      for (const script of manifest.content_scripts ?? []) script.matches?.push(...LOOPBACK);
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    // A fixed key gives unpacked builds the id under which a company's policy finds them.
    ...(browser === 'firefox' ? {} : { key: PUBLIC_KEY }),
    // `webRequest` tells where a cited page leads on to, before that is followed. Asked for later, Chromium 156 tells nothing
    // until it starts again.
    permissions: [
      'activeTab',
      'alarms',
      'contextMenus',
      'identity',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webRequest',
    ],
    host_permissions: [...hostPatterns(), ...(mode === 'test' ? LOOPBACK : [])],
    optional_host_permissions: [...OPTIONAL, ...(mode === 'test' ? UNGRANTED : [])],
    // Firefox takes what is managed without one.
    ...(browser === 'firefox' ? {} : { storage: { managed_schema: 'managed-schema.json' } }),
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      flag: { suggested_key: { default: 'Alt+Shift+F' }, description: '__MSG_commandFlag__' },
      brief: { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_commandBrief__' },
    },
    web_accessible_resources: [
      {
        resources: ['compose.html'],
        // Also for the sites that a person has watched. Without a token the frame shows nothing.
        matches: [...OPTIONAL, ...(mode === 'test' ? UNGRANTED : [])],
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    content_security_policy: {
      extension_pages: "script-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'countersign@countersign.invalid',
              strict_min_version: '142.0',
              // Nothing leaves the browser until somebody connects an endpoint, who is asked for these then.
              data_collection_permissions: { required: ['none'], optional: ['websiteContent', 'browsingActivity'] },
            },
          },
        }
      : { minimum_chrome_version: '137' }),
  }),
});
