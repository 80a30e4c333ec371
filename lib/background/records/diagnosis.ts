/**
 * What somebody who helps needs to know of this installation, as plain text in English. Counts, codes and versions:
 * no content, no names of people, no credentials, no address; hosts only where the person says so.
 */
import { browser } from 'wxt/browser';
import { handle } from '../../messages/receive.ts';
import type { ToolsListed } from '../../messages/to-background/tool.ts';
import { keptForDaysSetting } from '../../settings/effective.ts';
import { healthRows } from '../../settings/health.ts';
import { faults } from '../../settings/items.ts';
import { databaseVersion, kept } from '../../store/ask/kept.ts';
import { outbox, targets, watches } from '../../store/ask/queries.ts';
import type { TargetRow } from '../../store/db.ts';
import { targetAddressOf } from '../../sync/targets/index.ts';
import { toolsListed } from '../reading/tools.ts';

/** A heading and what stands below it. */
type Part = readonly [heading: string, lines: readonly string[]];

export function registerDiagnosis(): void {
  handle('diagnosis.write', ({ hosts }) => diagnosisText(hosts));
}

/** Writes it. `hosts`: whether names of hosts may stand in it. */
async function diagnosisText(hosts: boolean): Promise<string> {
  const parts = await Promise.all([
    versions(),
    access(hosts),
    reading(hosts),
    endpoints(hosts),
    storage(),
    lastErrors(),
  ]);
  return parts.map(([heading, lines]) => `${heading}\n${lines.map((line) => `  ${line}\n`).join('')}`).join('\n');
}

async function versions(): Promise<Part> {
  const { version, manifest_version: manifest } = browser.runtime.getManifest();
  return [
    'Countersign',
    [
      `version: ${version} (manifest ${manifest})`,
      `browser: ${navigator.userAgent}`,
      `language: ${browser.i18n.getUILanguage()}`,
      `time: ${new Date().toISOString()}`,
    ],
  ];
}

async function access(hosts: boolean): Promise<Part> {
  const { permissions = [], origins = [] } = await browser.permissions.getAll();
  const builtIn = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const own = origins.filter((origin) => !builtIn.has(origin));
  return [
    'Access',
    [
      `permissions: ${[...permissions].sort().join(', ')}`,
      `sites of known tools: ${origins.length - own.length} of ${builtIn.size}`,
      `sites added: ${own.length}${listed(hosts, own)}`,
    ],
  ];
}

const listed = (hosts: boolean, names: readonly string[]): string =>
  hosts && names.length > 0 ? ` (${[...names].sort().join(', ')})` : '';

async function reading(hosts: boolean): Promise<Part> {
  const [{ tools, policy, refused, missing, managed }, rows] = await Promise.all([toolsListed(), healthRows()]);
  const watched = await watches();
  const degraded = rows.filter((row) => row.degraded);
  const reasons = [...Map.groupBy(degraded, (row) => row.degraded)].map(([reason, each]) => `${reason} ${each.length}`);
  return [
    'Reading',
    [
      `profiles: ${tools.length} (${countsOf(tools)})`,
      `policy: ${policy ? `version ${policy.record.version}, ${policy.source}, accepted ${policy.acceptedAt}` : 'none'}`,
      `managed: ${managed ? 'yes' : 'no'}; policy refused: ${refused ? `${refused.problems.length} problems` : 'no'}`,
      `sites of the policy without access: ${missing.length}`,
      `sites watched: ${watched.length}${listed(
        hosts,
        watched.map(({ pattern }) => pattern),
      )}`,
      `sites read by a profile: ${rows.length}; degraded: ${degraded.length}${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}`,
      ...(hosts
        ? degraded.map(({ origin, tool, version, degraded: why }) => `  ${origin} ${tool} ${version}: ${why}`)
        : []),
    ],
  ];
}

const countsOf = (tools: ToolsListed['tools']): string => {
  const origins = [...Map.groupBy(tools, ({ origin }) => origin)].map(([origin, each]) => `${origin} ${each.length}`);
  return [...origins, `off ${tools.filter(({ off }) => off).length}`].join(', ');
};

async function endpoints(hosts: boolean): Promise<Part> {
  const rows = await targets();
  const lines = await Promise.all(rows.map((row) => endpointLine(row, hosts)));
  return ['Endpoints', lines.length > 0 ? lines : ['none']];
}

async function endpointLine(row: TargetRow, hosts: boolean): Promise<string> {
  const { kind, state, problem, attempts, lastSyncAt, failedAt, retryAt, targetId, unreadFrom } = row;
  const { waiting, refused } = await outbox(targetId);
  const address = hosts ? targetAddressOf(row) : '';
  return [
    `${kind}${URL.canParse(address) ? ` at ${new URL(address).host}` : ''}: ${row.removedAt ? 'removed' : state}`,
    `last sync ${lastSyncAt ?? 'never'}`,
    `waiting ${waiting}, refused ${refused.length}`,
    ...(problem ? [`problem ${problem}`] : []),
    ...(attempts > 0 ? [`failures in a row ${attempts}, last ${failedAt ?? '?'}, next try ${retryAt ?? '?'}`] : []),
    ...(unreadFrom ? ['some entries are of a newer version'] : []),
  ].join('; ');
}

async function storage(): Promise<Part> {
  const [counts, { usage, quota }, days] = await Promise.all([
    kept(),
    navigator.storage.estimate(),
    keptForDaysSetting.value(),
  ]);
  return [
    'Storage',
    [
      `database: version ${databaseVersion()}`,
      ...Object.entries(counts).map(([name, count]) => `${name}: ${count}`),
      `used: ${usage ?? '?'} of ${quota ?? '?'} bytes; persistent: ${(await navigator.storage.persisted()) ? 'yes' : 'no'}`,
      `kept for: ${days === null ? 'good' : `${days} days`}`,
    ],
  ];
}

async function lastErrors(): Promise<Part> {
  const noted = await faults.getValue();
  const lines = noted.map(({ at, where, name }) => `${at} ${where}: ${name}`);
  return ['Last errors', lines.length > 0 ? lines : ['none']];
}
