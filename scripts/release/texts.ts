/** What a release says of itself: one version everywhere, and what changed since the one before. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../machine.ts';

interface Release {
  version: string;
  /** When it came out; undefined as long as it did not. */
  date?: string;
  /** What changed, as the changelog has it. */
  note: string;
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const versionIn = (path: string): string => (JSON.parse(read(path)) as { version: string }).version;

/** The release that the changelog begins with. Throws where version numbers differ, or it says nothing of this one. */
export function readRelease(): Release {
  const version = versionIn('package.json');
  const others = ['package-lock.json', 'collector/package/package.json', 'collector/package/package-lock.json'];
  for (const path of others)
    if (versionIn(path) !== version) throw new Error(`${path} says ${versionIn(path)}, package.json ${version}`);
  return releaseIn(read('CHANGELOG.md'), version);
}

/** What a changelog says of a version, which must be its first. */
export function releaseIn(changelog: string, version: string): Release {
  const [, first, when, note = ''] = /^## (\S+) \(([^)]+)\)\n([\s\S]*?)(?=^## |(?![\s\S]))/m.exec(changelog) ?? [];
  if (first !== version) throw new Error(`CHANGELOG.md begins with ${first ?? 'nothing'}, the version is ${version}`);
  if (!note.trim()) throw new Error(`CHANGELOG.md says nothing of ${version}`);
  if (when === 'unreleased') return { version, note: note.trim() };
  if (!/^\d{4}-\d\d-\d\d$/.test(when ?? '')) throw new Error(`CHANGELOG.md: "${when}" is no day like 2026-11-28`);
  return { version, date: when ?? '', note: note.trim() };
}
