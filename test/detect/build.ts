/** Bundles the pages with Vite, each once for what went into it; later runs take it from the cache. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/countersign-detect');

const KEEP_MS = 3_600_000;

/** Folders whose files any entry may import. */
const SHARED = ['desks', 'house', 'runtime', 'words'];
/** Where the packages are that pages show. */
const LIVE = join(HERE, '../live');

/** Builds `entry` (a path below this folder) and returns the folder that holds `page.js` and perhaps `page.css`. */
async function buildEntry(entry: string): Promise<string> {
  const folder = join(CACHE, `${entry.replace(/\W+/g, '-')}-${await hashOf(entry)}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${folder}.${process.pid}.tmp`;
  await bundle(entry, unfinished);
  // Another process may have finished the same build meanwhile: then that one is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  await dropOlder(folder);
  return folder;
}

/** Drops earlier builds of the same entry, but not those that another run may be serving now. */
async function dropOlder(folder: string): Promise<void> {
  const entry = basename(folder).replace(/[^-]+$/, '');
  for (const name of await readdir(CACHE)) {
    if (!name.startsWith(entry) || !/^[0-9a-f]{16}$/.test(name.slice(entry.length))) continue;
    const old = join(CACHE, name);
    const { mtimeMs } = await stat(old).catch(() => ({ mtimeMs: Date.now() }));
    if (old !== folder && Date.now() - mtimeMs > KEEP_MS) await rm(old, { recursive: true, force: true });
  }
}

/** Three at a time: a bundler takes several cores by itself, and the big components much memory. */
export async function buildAll(entries: readonly string[]): Promise<Map<string, string>> {
  const built = new Map<string, string>();
  const waiting = [...new Set(entries)];
  const work = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) built.set(entry, await buildEntry(entry));
  };
  await Promise.all([work(), work(), work()]);
  return built;
}

async function bundle(entry: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: HERE,
    publicDir: false,
    logLevel: 'error',
    base: './',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 20_000,
      rollupOptions: {
        input: join(HERE, entry),
        output: {
          entryFileNames: 'page.js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          assetFileNames: ({ names }) => (names[0]?.endsWith('.css') ? 'page.css' : 'assets/[name]-[hash][extname]'),
        },
      },
    },
  });
}

async function hashOf(entry: string): Promise<string> {
  const hash = createHash('sha256');
  const files = [join(HERE, entry), join(HERE, 'build.ts'), join(LIVE, 'components/room.ts')];
  for (const folder of SHARED) files.push(...(await filesIn(join(HERE, folder))));
  for (const file of files) hash.update(relative(HERE, file)).update(await readFile(file));
  hash.update(await versions());
  return hash.digest('hex').slice(0, 16);
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

async function versions(): Promise<string> {
  const packages = [join(ROOT, 'package.json'), join(LIVE, 'package.json')];
  const all = await Promise.all(packages.map(async (path) => JSON.parse(await readFile(path, 'utf8'))));
  return JSON.stringify(all.map(({ dependencies, devDependencies }) => ({ dependencies, devDependencies })));
}
