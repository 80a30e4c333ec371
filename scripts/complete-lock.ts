/**
 * Completes the lock files after `npm install`. Packages for other platforms that the registry at hand happens not to
 * have are left out by npm, and `npm ci` then refuses the whole file, on every machine. They are named here as their
 * parent asks for them; a machine of that platform fetches them from its own registry.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './machine.ts';

interface Entry {
  version?: string;
  dev?: boolean;
  license?: string;
  optionalDependencies?: Record<string, string>;
}

const PLATFORM =
  /-(android|darwin|freebsd|linux|netbsd|openbsd|sunos|win32)-(arm64|arm|ia32|loong64|ppc64|riscv64|s390x|x64)(?:-(gnu|musl))?$/;

type Packages = Record<string, Entry>;
const FOLDERS = ['', 'test/live', 'scripts/stores', 'collector/package'];

for (const folder of FOLDERS) {
  const name = join(folder, 'package-lock.json');
  const path = join(ROOT, name);
  const lock = JSON.parse(readFileSync(path, 'utf8')) as { packages: Packages };
  const added = complete(lock.packages);
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
  if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(added.length === 0 ? `${name} is complete` : `${name}: added ${added.join(', ')}`);
}

/** Adds what is missing, and names it. */
function complete(packages: Packages): string[] {
  const missing = Object.entries(packages).flatMap(([from, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !found(packages, from, name))
      .map(([name, version]) => ({ name, version, entry })),
  );
  for (const { name, version, entry } of missing) {
    const [, os, cpu, libc] = PLATFORM.exec(name) ?? [];
    if (!os || !cpu || !/^\d/.test(version))
      throw new Error(`${name}@${version} is missing, and is for no one platform`);
    packages[`node_modules/${name}`] = {
      version,
      ...{ cpu: [cpu] },
      ...(entry.dev ? { dev: true } : {}),
      ...(libc ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
      ...(entry.license ? { license: entry.license } : {}),
      ...{ optional: true, os: [os] },
    };
  }
  return missing.map(({ name }) => name);
}

/** Whether a package can be found from another one's folder, as Node looks it up. */
function found(packages: Packages, from: string, name: string): boolean {
  if (packages[`${from ? `${from}/` : ''}node_modules/${name}`]) return true;
  if (!from) return false;
  const outer = from.lastIndexOf('/node_modules/');
  return found(packages, outer < 0 ? '' : from.slice(0, outer), name);
}
