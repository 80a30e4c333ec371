/** The policy for whoever writes it: what is in force and where from, what is wrong with a draft, every version, and a new one. */
import { type Origins, originsIn, withSigned } from '../../domain/policy/overlay/origins.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import type { DraftChecked, PolicyRead, PublishAnswer, VersionsAnswer } from '../../messages/to-background/policy.ts';
import { policiesHere, type SourcedPolicy } from '../../settings/effective.ts';
import { policyFromCollector, policyRefused } from '../../settings/items.ts';
import { db } from '../../store/db.ts';
import { fetchOf, settingsOf } from '../../sync/sign-in/access.ts';
import type { Policies, World } from '../../sync/target.ts';
import { targetById } from '../../sync/targets/index.ts';
import { PROFILES } from '../../tools/index.ts';
import { WORLD, wakeSync } from '../spine/wake.ts';
import { registerProbePool } from '../targets/probe-pool.ts';

const ASK_MS = 20_000;

export function registerPublishing(): void {
  handle('policy.read', () => read());
  handle('policy.check', ({ text }) => check(text));
  handle('policy.versions', (asked) => versions(asked));
  handle('policy.publish', (draft) => publish(draft));
  registerProbePool();
}

async function read(): Promise<PolicyRead> {
  const [[inForce, ...others], kept, refused] = await Promise.all([
    policiesHere(),
    policyFromCollector.getValue(),
    policyRefused.getValue(),
  ]);
  const next = kept?.next;
  return {
    ...(inForce ? { inForce, origins: originsOf(inForce, others) } : {}),
    others: others.map(({ source, policy }) => ({ source, version: policy.version })),
    ...(next ? { next: { number: next.number, version: next.policy.version, inForceFrom: next.inForceFrom } } : {}),
    ...(refused
      ? { refused: { source: refused.source, problems: refused.problems, refusedAt: refused.refusedAt } }
      : {}),
  };
}

/** Where each value that holds comes from, and what it overrode. */
function originsOf(inForce: SourcedPolicy, others: readonly SourcedPolicy[]): Origins {
  const layers = [inForce, ...others].map(({ source, policy }) => ({ name: source, policy }));
  return withSigned(originsIn(inForce.policy, layers), inForce.origins);
}

/** Checks a draft as the collector will, and how it says that tools are read as only a browser can. */
async function check(text: string): Promise<DraftChecked> {
  const draft = parsed(text);
  if ('code' in draft) return { problems: [draft] };
  const today = new Date().toISOString().slice(0, 10);
  const { publishable } = await import('../../domain/policy/publishable.ts');
  const { own, problems } = publishable(draft.value, { today });
  if (!own) return { problems };
  const { toolsProblemsOf } = await import('./policy-check.ts');
  const { completenessOf } = await import('../../domain/policy/completeness.ts');
  const ofTools = own.tools ? toolsProblemsOf(own.tools, PROFILES) : [];
  return { problems: ofTools, ...(own.format === 2 ? { completeness: completenessOf(own, today) } : {}) };
}

function parsed(text: string): { value: unknown } | { code: 'notJson'; field: ''; detail: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { code: 'notJson', field: '', detail: error.message };
  }
}

/** The collector of this browser, as it is asked with the person's own credentials. */
async function collectorHere(): Promise<{ policies: Policies; world: World }> {
  const here = await collectorNow();
  if (!here) throw new Refused('not_found');
  return here;
}

/** The same; undefined where this browser has none. */
export async function collectorNow(): Promise<{ policies: Policies; world: World } | undefined> {
  const row = await db.targets.get('collector');
  const policies = row && !row.removedAt && targetById(row.kind).policies?.(settingsOf(row));
  if (!row || !policies) return undefined;
  const parts = { db, locks: navigator.locks, world: WORLD };
  return { policies, world: { ...WORLD, fetch: fetchOf(row, parts), signal: AbortSignal.timeout(ASK_MS) } };
}

async function versions({ number }: MessageBody<'policy.versions'>): Promise<VersionsAnswer> {
  const { policies, world } = await collectorHere();
  const said = await policies.versions(world, number);
  return said.kind === 'versions' ? said : { kind: 'failed', problem: said.problem };
}

async function publish({ text, onto, note }: MessageBody<'policy.publish'>): Promise<PublishAnswer> {
  const { problems } = await check(text);
  if (problems.length > 0) return { kind: 'refused', problems };
  const { policies, world } = await collectorHere();
  const said = await policies.publish(world, JSON.parse(text) as Policy, onto, note);
  if (said.kind === 'published') wakeSync(true);
  if (said.kind === 'retry' || said.kind === 'unauthorised') return { kind: 'failed', problem: said.problem };
  return said;
}
