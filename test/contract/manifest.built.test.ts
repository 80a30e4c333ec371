/** What the built extension asks for, and what it opens to pages. */
import { describe, expect, it } from 'vitest';
import { hostPatterns } from '../../lib/tools/index.ts';
import { built } from './tree.ts';

interface Manifest {
  manifest_version: number;
  permissions: string[];
  optional_permissions?: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts?: { matches: string[] }[];
  content_security_policy: { extension_pages: string };
  web_accessible_resources: { resources: string[]; matches: string[] }[];
  externally_connectable?: object;
  key?: string;
  browser_specific_settings?: { gecko: { id: string } };
}

const manifest = (build: string): Manifest => JSON.parse(built(build, 'manifest.json')) as Manifest;
const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];
const BUILDS = ['chrome-mv3', 'firefox-mv3', 'chrome-mv3-test', 'firefox-mv3-test'] as const;

const isLoopback = (pattern: string) => LOOPBACK.includes(pattern);
/** The host of a pattern without its path: resources are opened to origins. */
const origins = [...new Set(hostPatterns().map((pattern) => pattern.replace(/(:\/\/[^/]+)\/.*/, '$1/*')))].sort();

describe.each(BUILDS)('%s', (build) => {
  const test = build.endsWith('-test');
  const expected = (patterns: readonly string[]) => [...patterns, ...(test ? LOOPBACK : [])].sort();

  it('has the permissions that are known, and no other', () => {
    const known = ['alarms', 'scripting', 'storage', 'unlimitedStorage'];
    const { permissions, optional_permissions = [] } = manifest(build);
    // The side panel is a permission in Chromium and a manifest entry in Firefox.
    expect([...permissions].sort()).toEqual([...known, ...(build.startsWith('chrome') ? ['sidePanel'] : [])].sort());
    expect(optional_permissions).toEqual([]);
  });

  it('may read the known tools and nothing else', () => {
    const { host_permissions, optional_host_permissions, content_scripts = [] } = manifest(build);
    expect([...host_permissions].sort()).toEqual(expected(hostPatterns()));
    expect([...optional_host_permissions].sort()).toEqual([...LOOPBACK, 'https://*/*'].sort());
    expect(JSON.stringify(manifest(build))).not.toContain('<all_urls>');
    const watched = new Set(content_scripts.flatMap(({ matches }) => matches));
    expect([...watched].sort()).toEqual(expected(hostPatterns()));
  });

  it('knows this computer only in a test build', () => {
    const { host_permissions, content_scripts = [], web_accessible_resources } = manifest(build);
    const all = [
      ...host_permissions,
      ...[...content_scripts, ...web_accessible_resources].flatMap(({ matches }) => matches),
    ];
    expect(all.some(isLoopback)).toBe(test);
  });

  it('runs its own scripts only, in its own pages', () => {
    const { extension_pages } = manifest(build).content_security_policy;
    const directives = Object.fromEntries(
      extension_pages.split(';').map((directive) => {
        const [name = '', ...values] = directive.trim().split(/\s+/);
        return [name, values.join(' ')];
      }),
    );
    expect(directives).toMatchObject({ 'script-src': "'self'", 'object-src': "'none'", 'base-uri': "'none'" });
    expect(extension_pages).not.toMatch(/unsafe-|data:|blob:|https?:/);
  });

  it('opens to pages the compose frame and nothing else', () => {
    const { web_accessible_resources, externally_connectable } = manifest(build);
    expect(web_accessible_resources.flatMap(({ resources }) => resources)).toEqual(['compose.html']);
    const matches = web_accessible_resources.flatMap((entry) => entry.matches);
    expect([...matches].sort()).toEqual(expected(origins));
    expect(externally_connectable).toBeUndefined();
  });

  it('is known by an identity that stays', () => {
    const { key, browser_specific_settings } = manifest(build);
    if (build.startsWith('chrome')) expect(key).toMatch(/^MII/);
    else expect(browser_specific_settings?.gecko.id).toBe('countersign@countersign.invalid');
  });
});
