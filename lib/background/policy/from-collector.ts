/**
 * The policy of the team's collector: believed by the key that was pinned when the collector was connected, checked whole, taken
 * in only forward, and kept for when there is no connection.
 */
import { browser } from 'wxt/browser';
import type { Policy, PolicyProblem } from '../../domain/policy/policy.ts';
import type { SignedPolicy, SigningJwk } from '../../domain/policy/signed/signed.ts';
import { type CollectorPolicy, opened, type TakenPolicy, takenInForce } from '../../domain/policy/signed/taken.ts';
import { keyFor } from '../../domain/policy/signed/trust.ts';
import { policyFromCollector, policyRefused } from '../../settings/items.ts';
import type { PolicyTaker } from '../../sync/round/round.ts';
import { PROFILES } from '../../tools/index.ts';
import { oneAtATime } from '../spine/in-turn.ts';

const inTurn = oneAtATime();
const COMES_INTO_FORCE = 'policy.next';
const ownVersion = (): string => browser.runtime.getManifest().version;

type Came = Parameters<PolicyTaker['take']>[1];
type Opened = TakenPolicy | PolicyProblem[];

/** As the sync uses it. */
export const collectorPolicies: PolicyTaker = {
  async tag(team) {
    const kept = await policyFromCollector.getValue();
    // What another version of the extension made of it, this one looks at anew.
    return kept?.team === team && kept.checkedBy === ownVersion() ? kept.tag : undefined;
  },
  tellTime: (team, now) => inTurn(() => setClock(team, now)),
  take: (team, came, keys, asked) => inTurn(() => takeIn(team, came, keys, asked)),
};

/** So much of a difference is what an answer takes, and that it names no fractions of a second. */
const UNSURE_MS = 10_000;

/** A clock that somebody sets after the policy came is found with the next round. */
async function setClock(team: string, now: string): Promise<void> {
  const kept = await ofTeam(team);
  const aheadMs = Date.parse(now) - Date.now();
  if (!kept || Math.abs(aheadMs - kept.aheadMs) < UNSURE_MS) return;
  await policyFromCollector.setValue({ ...kept, aheadMs });
  await awaitNext({ ...kept, aheadMs });
}

async function takeIn(
  team: string,
  came: Came,
  keys: () => Promise<readonly SigningJwk[]>,
  asked: () => boolean,
): Promise<void> {
  const kept = await ofTeam(team);
  const jws = came.current ?? came.next;
  if (jws === null) return;
  const trusted = await keyFor(jws, kept?.key, keys);
  if (!asked()) return;
  if (!trusted) return refuse([{ code: 'notSigned', field: '' }], jws);
  const before = kept && takenInForce(kept, Date.now());
  const believed = { key: trusted.key, team, before };
  const current = came.current === null ? undefined : await readOne(came.current, believed);
  const next = came.next === null ? undefined : await readOne(came.next, believed);
  const problems = [current, next].find(Array.isArray);
  // The last good one stays in force, and the same is not asked for again.
  if (problems) {
    if (kept) await keep({ ...kept, tag: came.tag });
    return refuse(problems, jws);
  }
  await keep({
    ...{ team, key: trusted.key, aheadMs: Date.parse(came.now) - Date.now(), tag: came.tag },
    ...fieldsOf('current', current ?? before),
    ...fieldsOf('next', next),
  });
  if ((await policyRefused.getValue())?.source === 'collector') await policyRefused.removeValue();
}

/** What is kept of a team's; what is there of another is not asked. */
async function ofTeam(team: string) {
  const kept = await policyFromCollector.getValue();
  return kept?.team === team ? kept : undefined;
}

const fieldsOf = (field: 'current' | 'next', value: Opened | undefined): Partial<CollectorPolicy> =>
  value && !Array.isArray(value) ? { [field]: value } : {};

async function readOne(jws: string, believed: Parameters<typeof opened>[1]): Promise<Opened> {
  const said = await opened(jws, believed);
  if (typeof said === 'string') return [{ code: said, field: '', ...detailOf(said, jws) }];
  const { checkPolicy } = await import('./policy-check.ts');
  const { policy, problems } = checkPolicy(said.policy, PROFILES);
  return policy ? taken(said, policy) : problems;
}

/** Which version it is that was refused for being an older one. */
function detailOf(code: string, jws: string): { detail?: string } {
  if (code !== 'olderVersion') return {};
  const number = /"number":(\d{1,9})/.exec(atobUrl(jws.split('.')[1] ?? ''))?.[1];
  return number === undefined ? {} : { detail: number };
}

const atobUrl = (part: string): string => atob(part.replaceAll('-', '+').replaceAll('_', '/'));

function taken({ number, hash, inForceFrom, publishedAt, origins }: SignedPolicy, policy: Policy): TakenPolicy {
  return {
    ...{ number, hash, inForceFrom, publishedAt, policy, text: JSON.stringify(policy) },
    ...{ acceptedAt: new Date().toISOString(), checkedBy: ownVersion() },
    ...(origins ? { origins } : {}),
  };
}

async function keep(policy: CollectorPolicy & { tag: string }): Promise<void> {
  await policyFromCollector.setValue({ ...policy, checkedBy: ownVersion() });
  await awaitNext(policy);
}

async function awaitNext({ next, aheadMs }: CollectorPolicy): Promise<void> {
  if (next) await browser.alarms.create(COMES_INTO_FORCE, { when: Date.parse(next.inForceFrom) - aheadMs });
  else await browser.alarms.clear(COMES_INTO_FORCE);
}

async function refuse(problems: PolicyProblem[], text: string): Promise<void> {
  const refusedAt = new Date().toISOString();
  await policyRefused.setValue({ source: 'collector', problems, text, refusedAt, checkedBy: ownVersion() });
}

/** Has what is announced come into force when its time is there, and what another version accepted looked at again. */
export function registerCollectorPolicy(): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === COMES_INTO_FORCE) void promote();
  });
  void promote();
}

const promote = (): Promise<void> =>
  inTurn(async () => {
    const kept = await policyFromCollector.getValue();
    if (!kept) return;
    const { current, next, ...rest } = kept;
    const now = takenInForce(kept, Date.now());
    const good = await rechecked(now);
    const later = next === now ? undefined : await rechecked(next);
    if (good === current && later === next) return awaitNext(kept);
    await policyFromCollector.setValue({
      ...{ ...rest, checkedBy: rest.checkedBy },
      ...fieldsOf('current', good),
      ...fieldsOf('next', later),
    });
  });

/** What an older version accepted may be nothing for this one: a profile that was patched may be gone. */
async function rechecked(one: TakenPolicy | undefined): Promise<TakenPolicy | undefined> {
  if (!one || one.checkedBy === ownVersion()) return one;
  const { checkPolicy } = await import('./policy-check.ts');
  const { policy } = checkPolicy(one.policy, PROFILES);
  return policy && { ...one, policy, checkedBy: ownVersion() };
}

/** The collector is gone, or is another one: its policy goes with it, and the key by which it was believed. */
export const forgetCollectorPolicy = (): Promise<void> =>
  inTurn(async () => {
    await policyFromCollector.removeValue();
    if ((await policyRefused.getValue())?.source === 'collector') await policyRefused.removeValue();
  });
