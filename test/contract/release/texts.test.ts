/** What a release says of itself, and the lists of its parts. */
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../scripts/machine.ts';
import { licenceText, packagesOf } from '../../../scripts/release/licences.ts';
import { bomText } from '../../../scripts/release/parts.ts';
import { readRelease, releaseIn } from '../../../scripts/release/texts.ts';

describe('the changelog', () => {
  it('begins with the version that is built, and says something of it', () => {
    expect(readRelease().note).toMatch(/^- /);
  });

  it.each([
    ['## 1.2.0 (2026-11-28)\n\n- new\n\n## 1.1.0 (2026-01-01)\n\n- old\n', { date: '2026-11-28', note: '- new' }],
    ['# Changelog\n\n## 1.2.0 (unreleased)\n\n- one\n- two\n', { note: '- one\n- two' }],
  ])('%j is read', (text, expected) => {
    expect(releaseIn(text, '1.2.0')).toEqual({ version: '1.2.0', ...expected });
  });

  it.each([
    ['', 'begins with nothing'],
    ['## 1.1.0 (unreleased)\n\n- old\n', 'begins with 1.1.0, the version is 1.2.0'],
    ['## 1.2.0 (unreleased)\n\n## 1.1.0 (2026-01-01)\n\n- old\n', 'says nothing of 1.2.0'],
    ['## 1.2.0 (soon)\n\n- new\n', '"soon" is no day'],
  ])('%j is refused', (text, says) => {
    expect(() => releaseIn(text, '1.2.0')).toThrow(says);
  });
});

describe('the list of parts', () => {
  const of = { name: 'countersign', version: '1.2.0', license: 'Apache-2.0' };
  const parts = [
    { name: '@a/b', version: '1.0.0', license: 'MIT' },
    { name: 'c', version: '2.0.0', license: '(MIT OR Apache-2.0)' },
  ];

  it('names each by its address and licence, as CycloneDX does', () => {
    const bom = JSON.parse(bomText(of, parts));
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(bom.components.map(({ purl }: { purl: string }) => purl)).toEqual([
      'pkg:npm/%40a/b@1.0.0',
      'pkg:npm/c@2.0.0',
    ]);
    expect(bom.components[0].licenses).toEqual([{ license: { id: 'MIT' } }]);
    expect(bom.components[1].licenses).toEqual([{ expression: '(MIT OR Apache-2.0)' }]);
    expect(bom.dependencies[0].dependsOn).toHaveLength(2);
  });

  it('is the same for the same parts, and another for others', () => {
    expect(bomText(of, parts)).toBe(bomText(of, parts));
    expect(JSON.parse(bomText(of, parts.slice(1))).serialNumber).not.toBe(JSON.parse(bomText(of, parts)).serialNumber);
  });
});

describe('the licences of what is built in', () => {
  const ids = ['zod', 'hono'].map((name) => `${ROOT}/node_modules/${name}/dist/index.js`);
  const packages = packagesOf([...ids, ids[0] ?? '', '\0vite/modulepreload', `${ROOT}/lib/page/read/text.ts`]);

  it('are found by the modules, once each', () => {
    expect(packages.map(({ name, license }) => [name, license])).toEqual([
      ['hono', 'MIT'],
      ['zod', 'MIT'],
    ]);
  });

  it('are handed on word by word', () => {
    expect(licenceText(packages)).toMatch(
      /^hono \d[\s\S]*Permission is hereby granted[\s\S]*\nzod \d[\s\S]*Permission is hereby granted/,
    );
  });
});
