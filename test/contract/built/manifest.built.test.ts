/** What the built extension asks for, and what it opens to pages. */
import { describe, expect, it } from 'vitest';
import { hostPatterns } from '../../../lib/tools/index.ts';
import { built } from '../tree.ts';

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
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions?: object } };
}

const manifest = (build: string): Manifest => JSON.parse(built(build, 'manifest.json')) as Manifest;
const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*'];
const BUILDS = ['chrome-mv3', 'firefox-mv3', 'chrome-mv3-test', 'firefox-mv3-test'] as const;

const isLoopback = (pattern: string) => LOOPBACK.includes(pattern);

describe.each(BUILDS)('%s', (build) => {
  const test = build.endsWith('-test');
  /** What a person may add; the test build has hosts of this computer among them that it must ask for. */
  const optional = [...LOOPBACK, 'https://*/*', ...(test ? ['http://*.localhost/*'] : [])].sort();
  const expected = (patterns: readonly string[]) => [...patterns, ...(test ? LOOPBACK : [])].sort();

  it('has the permissions that are known, and no other', () => {
    const known = [
      'activeTab',
      'alarms',
      'contextMenus',
      'identity',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webRequest',
    ];
    const { permissions, optional_permissions = [] } = manifest(build);
    // The side panel is a permission in Chromium and a manifest entry in Firefox.
    expect([...permissions].sort()).toEqual([...known, ...(build.startsWith('chrome') ? ['sidePanel'] : [])].sort());
    expect(optional_permissions).toEqual([]);
  });

  it('may read the known tools and nothing else', () => {
    const { host_permissions, optional_host_permissions, content_scripts = [] } = manifest(build);
    expect([...host_permissions].sort()).toEqual(expected(hostPatterns()));
    expect([...optional_host_permissions].sort()).toEqual(optional);
    expect(JSON.stringify(manifest(build))).not.toContain('<all_urls>');
    const watched = new Set(content_scripts.flatMap(({ matches }) => matches));
    expect([...watched].sort()).toEqual(expected(hostPatterns()));
  });

  it('reads this computer unasked only in a test build', () => {
    const { host_permissions, content_scripts = [] } = manifest(build);
    const all = [...host_permissions, ...content_scripts.flatMap(({ matches }) => matches)];
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
    expect([...matches].sort()).toEqual(optional); // sites that are watched by a person need it too
    expect(externally_connectable).toBeUndefined();
  });

  it('says that nothing leaves the browser unasked, where a browser wants to know', () => {
    const said = manifest(build).browser_specific_settings?.gecko.data_collection_permissions;
    expect(said).toEqual(
      build.startsWith('firefox')
        ? { required: ['none'], optional: ['websiteContent', 'browsingActivity'] }
        : undefined,
    );
  });

  it('is known by an identity that stays', () => {
    const { key, browser_specific_settings } = manifest(build);
    if (build.startsWith('chrome')) expect(key).toMatch(/^MII/);
    else expect(browser_specific_settings?.gecko.id).toBe('countersign@countersign.invalid');
  });
});
