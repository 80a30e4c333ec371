/** The collector's own package: names all that its source imports, in the versions of the repository; and its container. */

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readModules, sourcePaths } from '../../../scripts/house/modules.ts';
import { read } from '../tree.ts';

interface Manifest {
  version: string;
  engines: { node: string };
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
const manifest = (path: string) => JSON.parse(read(path)) as Manifest;
const root = manifest('package.json');
const own = manifest('collector/package/package.json');

/** Names of the packages that a file takes values of, with all that it imports. */
function packagesFrom(path: string): string[] {
  const modules = new Map(readModules(sourcePaths()).map((module) => [module.path, module]));
  const seen = new Set<string>();
  const names = new Set<string>();
  const visit = (at: string): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const { specifier, path: next, typeOnly } of modules.get(at)?.imports ?? [])
      if (next !== undefined) visit(next);
      else if (!typeOnly && !specifier.startsWith('node:'))
        names.add(specifier.match(/^(?:@[^/]+\/)?[^/]+/)?.[0] ?? '');
  };
  visit(path);
  return [...names].sort();
}

describe('the package of the collector', () => {
  it('depends on what its source imports', () => {
    const imported = packagesFrom('collector/main.ts');
    expect(imported).toContain('hono');
    expect(imported.filter((name) => !Object.hasOwn(own.dependencies, name))).toEqual([]);
  });

  it('has the versions of the repository', () => {
    const all = { ...root.dependencies, ...root.devDependencies };
    const ours = Object.entries({ ...own.dependencies, ...own.devDependencies });
    expect(ours.filter(([name, version]) => all[name] !== version)).toEqual([]);
    expect([own.version, own.engines.node]).toEqual([root.version, root.engines.node]);
  });

  it('has a lock file that says nothing of where packages were fetched from', () => {
    const { packages } = JSON.parse(read('collector/package/package-lock.json')) as {
      packages: Record<string, object>;
    };
    expect(Object.values(packages).filter((entry) => 'resolved' in entry)).toEqual([]);
  });
});

const DEPLOY = 'collector/package/deploy';

describe('the container, which was linted here and not run', () => {
  const lines = read(`${DEPLOY}/Dockerfile`)
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const of = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));

  it('is made of images of one version, by instructions that there are', () => {
    const words = /^(?:FROM|ARG|COPY|RUN|USER|ENV|VOLUME|EXPOSE|HEALTHCHECK|STOPSIGNAL|ENTRYPOINT|CMD) /;
    expect(lines.filter((line) => !words.test(line))).toEqual([]);
    expect(of('FROM').every((image) => /^[a-z]+:\d+\.\d+[\w.-]*(?: AS \w+)?$/.test(image))).toBe(true);
  });

  it('runs as nobody in particular, says whether it is well, and starts what the package brings', () => {
    expect(of('USER')).toEqual(['10001:10001']);
    expect(of('HEALTHCHECK')[0]).toContain('/readyz');
    expect(of('ENTRYPOINT')).toEqual(['["countersign-collector"]']);
    for (const list of [...of('ENTRYPOINT'), ...of('CMD')]) expect(Array.isArray(JSON.parse(list))).toBe(true);
  });

  it('takes flags that the collector has', async () => {
    const { readCommand } = await import('../../../collector/cli/arguments.ts');
    const [command = '[]'] = of('CMD');
    expect(readCommand(JSON.parse(command) as string[], { DATABASE_URL: 'postgres://x' })).toMatchObject({
      name: 'serve',
      place: { kind: 'postgres' },
    });
  });

  it('stands in a compose file with a read-only root and no rights, behind the proxy', () => {
    const { services, volumes } = parse(read(`${DEPLOY}/compose.yaml`)) as {
      services: Record<string, { read_only?: boolean; cap_drop?: string[]; volumes?: string[]; ports?: string[] }>;
      volumes: Record<string, unknown>;
    };
    expect(services.collector).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(['caddy']);
    const named = Object.values(services).flatMap(({ volumes: all = [] }) =>
      all.map((each) => each.split(':')[0] ?? ''),
    );
    expect(named.filter((name) => !name.startsWith('.')).sort()).toEqual(Object.keys(volumes).sort());
    expect(read(`${DEPLOY}/compose.yaml`)).toContain(`countersign-collector-${root.version}.tgz`);
  });
});
