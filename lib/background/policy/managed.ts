/**
 * What is managed, but for the policy (`policy.ts`): taken in key by key, so that what is bad is
 * told and the rest applies. Of a key that is bad the last good value stays in force.
 */
import type * as z from 'zod';
import {
  isManagedKey,
  type KeptManaged,
  type Managed,
  type ManagedKey,
  managedSchema,
} from '../../domain/policy/managed.ts';
import type { PolicyProblem } from '../../domain/policy/policy.ts';
import { problemsOf } from '../../domain/policy/problems.ts';
import { managedValues, watchManaged } from '../../settings/effective.ts';
import { managedKept, managedProblems } from '../../settings/items.ts';
import { PROFILES } from '../../tools/index.ts';
import { askAgain } from '../reading/watches.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { manageCollector, manageEndpoints } from '../targets/managed-endpoints.ts';

const inTurn = oneAtATime();

export function registerManaged(): void {
  watchManaged(() => void takeIn());
  // Nobody waits for it: until the browser says what is managed, the last that it said is in force.
  void takeIn();
}

let asked = 0;

async function takeIn(): Promise<void> {
  const mine = ++asked;
  const values = await managedValues();
  if (mine !== asked) return;
  await inTurn(() => apply(values)).catch((error: unknown) =>
    console.error('Countersign could not take in what is managed:', error),
  );
}

async function apply(values: Record<string, unknown>): Promise<void> {
  const before = await managedKept.getValue();
  const { good, bad, problems } = checked(values);
  const collector = bad.has('collector') ? before.collector : await manageCollector(good.collector, problems);
  const endpoints = bad.has('endpoints')
    ? before.endpoints
    : await manageEndpoints(values.endpoints, before.endpoints ?? [], problems);
  const kept: KeptManaged = {
    ...simple('keptForDays', good, bad, before),
    ...simple('ownEndpoints', good, bad, before),
    ...simple('profilesOff', good, bad, before),
    ...simple('redaction', good, bad, before),
    ...(collector ? { collector } : {}),
    ...(endpoints && endpoints.length > 0 ? { endpoints } : {}),
  };
  await managedKept.setValue(kept);
  await managedProblems.setValue(problems.map(withoutSecret));
  if (JSON.stringify(before.profilesOff) !== JSON.stringify(kept.profilesOff)) await askAgain();
}

const SECRETS = /\.(token|bearer|signingSecret|webhook)$/;

/** What stands in a field may be a secret, which `storage.local` never holds. */
const withoutSecret = ({ detail, ...problem }: PolicyProblem): PolicyProblem =>
  detail === undefined || SECRETS.test(problem.field) ? problem : { ...problem, detail };

/** A key that is kept as it is: the good value, or the last one where what stands there now is bad. */
function simple<K extends 'keptForDays' | 'ownEndpoints' | 'profilesOff' | 'redaction'>(
  key: K,
  good: Partial<Managed>,
  bad: ReadonlySet<string>,
  before: KeptManaged,
): Partial<Pick<KeptManaged, K>> {
  const value = bad.has(key) ? before[key] : good[key];
  return value === undefined ? {} : ({ [key]: value } as Partial<Pick<KeptManaged, K>>);
}

interface Checked {
  good: Partial<Managed>;
  bad: Set<string>;
  problems: PolicyProblem[];
}

function checked(values: Record<string, unknown>): Checked {
  const result: Checked = { good: {}, bad: new Set(), problems: [] };
  for (const [key, value] of Object.entries(values)) {
    if (!isManagedKey(key)) result.problems.push({ code: 'unknownField', field: key });
    else if (key !== 'policy' && key !== 'endpoints') checkKey(key, value, result);
  }
  if (values.endpoints !== undefined && !Array.isArray(values.endpoints)) {
    result.bad.add('endpoints');
    result.problems.push({ code: 'wrongKind', field: 'endpoints', detail: typeof values.endpoints });
  }
  return result;
}

function checkKey(key: ManagedKey, value: unknown, { good, bad, problems }: Checked): void {
  const schema: z.ZodType = managedSchema.unwrap().shape[key];
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) Object.assign(good, { [key]: parsed.data });
  else {
    bad.add(key);
    problems.push(...problemsOf(parsed.error.issues, key));
  }
  if (key !== 'profilesOff' || !parsed.success) return;
  // The others are switched off all the same.
  for (const id of good.profilesOff ?? [])
    if (!PROFILES.some((profile) => profile.id === id))
      problems.push({ code: 'unknownProfile', field: 'profilesOff', detail: id });
}
