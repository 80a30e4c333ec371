/** The options of the commands about records, and that the documents show commands as they are. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCommand } from '../../../../collector/cli/arguments.ts';
import { CommandRefusal } from '../../../../collector/cli/refusal.ts';

const DATA = ['--data', 'd'];

test.each([
  [['verify', '--file', 'x', ...DATA], '--file is checked by itself'],
  [['verify', '--head', 'x', ...DATA], 'A --head is of one --team.'],
  [['erase', '--team', 't', ...DATA], 'either --person or --output'],
  [['erase', '--team', 't', '--person', 'p', '--output', 'o', ...DATA], 'either --person or --output'],
  [['erase', '--team', 't', '--output', 'o', ...DATA], '--output must be a hash'],
  [['erase', '--person', 'p', ...DATA], '--team is missing.'],
  [['export', '--team', 't', ...DATA], '--out is missing.'],
  [['retention', '--team', 't', '--days', '0', ...DATA], '--days must be a number from 1 to 36500.'],
  [['key'], '"key" takes create or rotate.'],
  [['toString'], 'There is no command "toString".'],
  [['serve', '--tls-cert', 'x', ...DATA], '--tls-cert and --tls-key belong together.'],
  [['serve', '--oidc-issuer', 'https://x', ...DATA], 'belong together'],
  [['serve', '--oidc-issuer', 'http://x', '--oidc-audience', 'a', ...DATA], 'must be an https address'],
  [
    ['serve', '--oidc-issuer', 'https://x', '--oidc-audience', 'a', '--oidc-client-id', 'b', ...DATA],
    '--public-url must be',
  ],
  [
    ['serve', '--oidc-issuer', 'https://x', '--oidc-audience', 'a', '--oidc-scope', 'b', ...DATA],
    'belongs to --oidc-client-id',
  ],
  [
    [
      'serve',
      '--oidc-issuer',
      'https://x',
      '--oidc-audience',
      'a',
      '--oidc-client-id',
      'b',
      '--public-url',
      'https://c',
      ...DATA,
    ],
    'must be the same',
  ],
  [
    [
      'serve',
      '--oidc-issuer',
      'https://x',
      '--oidc-audience',
      'https://c',
      '--oidc-client-id',
      'b',
      '--oidc-audience-parameter',
      'who',
      ...DATA,
    ],
    'must be resource, audience or none',
  ],
  [['serve', '--oidc-issuer', 'https://x', '--oidc-audience', 'a', '--oidc-roles', 'Leads', ...DATA], 'pairs like'],
  [['serve', '--rate', '0', ...DATA], '--rate must be a number'],
])('%j is refused in a sentence', (argv, sentence) => {
  const read = () => readCommand(argv, {});
  expect(read).toThrow(CommandRefusal);
  expect(read).toThrow(sentence);
  expect(read).toThrow(expect.objectContaining({ exitCode: 2 }));
});

test('the options of sign-in', () => {
  const oidc = [
    '--oidc-issuer',
    'https://login.example',
    '--oidc-audience',
    'a',
    '--oidc-roles',
    'Quality=admin, A=B=reviewer',
  ];
  expect(readCommand(['serve', ...oidc, '--oidc-role-claim', 'groups', ...DATA], {})).toMatchObject({
    oidc: { roles: { Quality: 'admin', 'A=B': 'reviewer' }, claims: { role: 'groups', team: 'countersign_team' } },
  });
});

describe('the documents', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-documents-'));
  const settings = join(folder, 'collector.conf');
  writeFileSync(settings, 'data = records\n');
  afterAll(() => rmSync(folder, { recursive: true }));
  const text = (path: string) => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
  const started = /^countersign-collector ([^\n#>]*)/gm;
  const commands = ['docs/collector.md', 'docs/operations.md', 'docs/admin.md'].flatMap((path) =>
    [...text(path).replaceAll(' \\\n', ' ').matchAll(started)].map(
      (match) => match[1]?.replace(/`.*/, '').trim() ?? '',
    ),
  );

  test.each(commands)('"%s" is a command', (line) => {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    const known = words.map((word) =>
      word.startsWith('sha256:')
        ? `sha256:${'0'.repeat(64)}`
        : word.replace('/etc/countersign/collector.conf', settings),
    );
    expect(readCommand(known, { DATABASE_URL: 'postgres://x' }).name).toBeTruthy();
  });

  test('show as many commands as there are', () => {
    const names = commands.map((line) => line.split(' ').slice(0, 2).join(' '));
    for (const name of [
      'serve',
      'token create',
      'verify',
      'head',
      'key create',
      'export',
      'erase',
      'retention',
      'backup',
      'restore',
    ])
      expect(
        names.some((each) => each.startsWith(name)),
        name,
      ).toBe(true);
  });
});
