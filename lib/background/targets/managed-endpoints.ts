/** Managed endpoints: rows of the database like those that people add, marked so that nobody changes them here. */

import type { Filter } from '../../domain/events/filter.ts';
import type { Me } from '../../domain/people/role.ts';
import type { KeptManaged, ManagedCollector } from '../../domain/policy/managed.ts';
import { bringsToken, type ManagedEndpoint, managedEndpointSchema } from '../../domain/policy/managed.ts';
import type { PolicyProblem } from '../../domain/policy/policy.ts';
import { problemsOf } from '../../domain/policy/problems.ts';
import { db, type TargetRow, type TargetSettings } from '../../store/db.ts';
import type { EndpointProblem } from '../../sync/problem.ts';
import { TARGETS, targetById } from '../../sync/targets/index.ts';
import { addressProblem } from '../../sync/wire.ts';
import { wakeSync, withoutSync } from '../spine/wake.ts';
import { forget, putTarget } from './targets.ts';

const COLLECTOR = 'collector';
const idOf = (id: string): string => `managed.${id}`;

/** Puts the managed collector in force, or frees the one that was managed. Gives what is kept of it, without secrets. */
export async function manageCollector(
  managed: ManagedCollector | undefined,
  problems: PolicyProblem[],
): Promise<KeptManaged['collector']> {
  const before = await db.targets.get(COLLECTOR);
  if (!managed) {
    if (before?.managed) await remove(before);
    return undefined;
  }
  const wrong = addressProblem(managed.address) ?? (managed.issuer ? addressProblem(managed.issuer) : undefined);
  if (wrong) {
    problems.push({
      code: wrong === 'not_secure' ? 'notSecure' : 'noAddress',
      field: 'collector',
      detail: managed.address,
    });
    return before?.managed ? keptOf(JSON.parse(before.managed) as ManagedCollector) : undefined;
  }
  await putManaged(COLLECTOR, COLLECTOR, managed, undefined, JSON.stringify(managed));
  return keptOf(managed);
}

function keptOf({ token, ...kept }: ManagedCollector): KeptManaged['collector'] {
  return kept;
}

/**
 * Puts in force those that are good, and removes those that are managed no more. One that is bad stays as it was. Gives
 * the ids of all that are in force.
 */
export async function manageEndpoints(
  managed: unknown,
  before: readonly string[],
  problems: PolicyProblem[],
): Promise<string[]> {
  const entries: unknown[] = Array.isArray(managed) ? managed : [];
  const named = new Set<string>();
  const inForce: string[] = [];
  for (const [at, entry] of entries.entries()) {
    const id = idIn(entry);
    const place = `endpoints.${id || at + 1}`;
    const checked = named.has(id) ? twice(place, id) : check(entry, place);
    if (id) named.add(id);
    if ('endpoint' in checked) await putEndpoint(checked);
    else problems.push(...checked.problems);
    if ('endpoint' in checked || before.includes(id)) inForce.push(id);
  }
  await removeOthers(before.filter((id) => !named.has(id)));
  return [...new Set(inForce)];
}

const idIn = (entry: unknown): string => {
  const id = (entry as { id?: unknown } | null | undefined)?.id;
  return typeof id === 'string' ? id : '';
};
const twice = (place: string, id: string): Checked => ({
  problems: [{ code: 'twice', field: `${place}.id`, detail: id }],
});

const putEndpoint = ({ endpoint, settings, filter }: Good): Promise<void> =>
  putManaged(idOf(endpoint.id), endpoint.kind, settings, filter, JSON.stringify(endpoint));

async function removeOthers(ids: readonly string[]): Promise<void> {
  for (const row of await db.targets.bulkGet(ids.map(idOf))) if (row) await remove(row);
}

interface Good {
  endpoint: ManagedEndpoint;
  settings: TargetSettings;
  filter: Filter;
}
type Checked = Good | { problems: PolicyProblem[] };

const WRONG: Partial<Record<EndpointProblem, PolicyProblem['code']>> = { not_secure: 'notSecure' };

/** One entry, by our schema and then by the one of its kind. */
function check(entry: unknown, place: string): Checked {
  const parsed = managedEndpointSchema.safeParse(entry, { reportInput: true });
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues, place) };
  const { id, kind, from, types, severity, verdicts, ...rest } = parsed.data;
  const target = TARGETS.find((candidate) => candidate.id === kind && kind !== COLLECTOR);
  if (!target) return { problems: [{ code: 'unknownKind', field: `${place}.kind`, detail: kind }] };
  const initial = Object.fromEntries(target.form.map(({ name, initial: value }) => [name, value]));
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const foreign = Object.keys(given).filter((name) => !Object.hasOwn(initial, name));
  const missing = target.form.filter((field) => !field.optional && initial[field.name] === '' && !given[field.name]);
  const settings = target.settings.safeParse({ ...initial, ...given }, { reportInput: true });
  const problems: PolicyProblem[] = [
    ...foreign.map((name) => ({ code: 'unknownField' as const, field: `${place}.${name}` })),
    ...missing.map(({ name }) => ({ code: 'missing' as const, field: `${place}.${name}` })),
    ...(settings.success ? [] : problemsOf(settings.error.issues, place)),
  ];
  if (problems.length > 0 || !settings.success) return { problems };
  const stored = settings.data as TargetSettings;
  const wrong = addressProblem(target.address(stored)) ?? target.problem?.(stored);
  if (wrong) return { problems: [{ code: WRONG[wrong] ?? 'noAddress', field: place, detail: kind }] };
  const filter: Filter = {
    ...target.filter,
    ...(from ? { from } : {}),
    ...(types ? { types } : {}),
    ...(severity ? { severity } : {}),
    ...(verdicts ? { verdicts } : {}),
  };
  return { endpoint: parsed.data, settings: stored, filter };
}

/** Stores a row as it is managed; one that is so already goes on undisturbed. */
async function putManaged(
  targetId: string,
  kind: string,
  wanted: TargetSettings | ManagedCollector,
  filter: Filter | undefined,
  managed: string,
): Promise<void> {
  const before = await db.targets.get(targetId);
  if (before?.managed === managed && !before.removedAt) return;
  const { settings, session } = kind === COLLECTOR ? collectorRow(wanted as ManagedCollector, before) : plain(wanted);
  const same = before && before.settings.address === settings.address ? meOf(before) : undefined;
  const more = { managed, ...(session ? { session } : {}) };
  const form = { kind, filter: filter ?? targetById(kind).filter };
  await withoutSync(targetId, () => putTarget(targetId, form, settings, same, more));
  wakeSync(true);
}

type Stored = Pick<TargetRow, 'settings' | 'session'>;
const plain = (wanted: TargetSettings | ManagedCollector): Stored => ({ settings: wanted as TargetSettings });

/** Whoever is in at this very collector already stays in: by the token that was entered, or by the account. */
function collectorRow({ address, token, issuer, clientId }: ManagedCollector, before: TargetRow | undefined): Stored {
  if (token) return { settings: { address, token } };
  const here = before?.settings.address === address ? before : undefined;
  const way = here?.session?.way;
  const fits = way && (!issuer || way.issuer === issuer) && (!clientId || way.clientId === clientId);
  // A token that came by the policy goes with it.
  const byPolicy = here?.managed !== undefined && bringsToken(here.managed);
  const entered = here && !byPolicy ? String(here.settings.token ?? '') : '';
  return { settings: { address, token: entered }, ...(fits && here.session ? { session: here.session } : {}) };
}

const meOf = ({ team, subject, role, name }: TargetRow): Me | undefined =>
  team && subject && role ? { team, subject, role, ...(name ? { name } : {}) } : undefined;

const remove = (row: TargetRow): Promise<void> => withoutSync(row.targetId, () => forget(row));
