/** The policy: taken in from wherever it comes, all of it or none, and put in force in the open tabs. */
import { browser } from 'wxt/browser';
import type { AcceptedPolicy, PolicyProblem, PolicySource } from '../../domain/policy/policy.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { managedPolicyText, watchManaged } from '../../settings/effective.ts';
import { policyFromCollector, policyLoaded, policyManaged, policyRefused } from '../../settings/items.ts';
import { PROFILES } from '../../tools/index.ts';
import { align, askAgain } from '../reading/watches.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { registerCollectorPolicy } from './from-collector.ts';
import { registerPeriodic } from './periodic.ts';
import { registerPublishing } from './publishing.ts';
import { registerRehearsals } from './rehearsals.ts';

const inTurn = oneAtATime();
const ITEMS = { managed: policyManaged, loaded: policyLoaded } as const;

export function registerPolicy(): void {
  watchManaged(() => void takeIn());
  registerCollectorPolicy();
  registerPublishing();
  registerPeriodic();
  registerRehearsals();
  policyFromCollector.watch((now, before) => {
    if (now?.current?.text !== before?.current?.text) void changed();
  });
  handle('policy.load', ({ text }) =>
    inTurn(async () => {
      if (await isManaged()) throw new Refused('not_allowed');
      const problems = await offer('loaded', text);
      if (problems.length === 0) await changed();
      return { problems };
    }),
  );
  handle('policy.remove', () =>
    inTurn(async () => {
      await policyLoaded.removeValue();
      await forgetRefusal('loaded');
      await changed();
      return null;
    }),
  );
  handle('policy.dismiss', () =>
    inTurn(async () => {
      await forgetRefusal('loaded');
      return null;
    }),
  );
  // Nobody waits for it: a browser may take seconds to say what is managed. Until then the last good one is in force.
  void takeIn();
}

/** Whether the policy is managed in this browser, as far as is known: what is loaded here would count for nothing. */
const isManaged = async (): Promise<boolean> =>
  (await policyManaged.getValue()) !== null ||
  (await policyFromCollector.getValue())?.current !== undefined ||
  (await policyRefused.getValue())?.source === 'managed';

let asked = 0;

/**
 * Takes in what is managed now, and looks again at what another version of the extension accepted. The browser is
 * asked outside of the turn: it may take seconds to answer, or never do (Chromium while it starts), and holds up nothing.
 */
async function takeIn(): Promise<void> {
  const mine = ++asked;
  await inTurn(() => withChange(() => recheck('loaded')));
  const text = await managedPolicyText();
  if (mine === asked) await inTurn(() => withChange(() => takeInManaged(text)));
}

/** Does what may put another policy in force, and has the open tabs know if it did. */
async function withChange(work: () => Promise<void>): Promise<void> {
  const inForce = async () =>
    [(await policyManaged.getValue())?.text, (await policyLoaded.getValue())?.text].join('\0');
  const before = await inForce();
  await work();
  if (before !== (await inForce())) await changed();
}

async function takeInManaged(text: string | undefined): Promise<void> {
  if (text === undefined) {
    await policyManaged.removeValue();
    return forgetRefusal('managed');
  }
  await recheck('managed');
  const [good, refused] = [await policyManaged.getValue(), await policyRefused.getValue()];
  if (good?.text === text) return forgetRefusal('managed');
  const known = refused?.source === 'managed' && refused.text === text && refused.checkedBy === ownVersion();
  if (!known) await offer('managed', text);
}

/** Accepts a policy, or keeps the reasons why not; then what was in force stays. Gives the reasons. */
async function offer(source: keyof typeof ITEMS, text: string): Promise<PolicyProblem[]> {
  const checkedBy = ownVersion();
  const { checkPolicyText } = await import('./policy-check.ts');
  const { policy, problems } = checkPolicyText(text, PROFILES);
  const now = new Date().toISOString();
  if (!policy) {
    await policyRefused.setValue({ source, problems, text, refusedAt: now, checkedBy });
    return problems;
  }
  await ITEMS[source].setValue({ policy, text, acceptedAt: now, checkedBy });
  await forgetRefusal(source);
  return [];
}

/** What an older version accepted may be nothing for this one: a profile that was patched may be gone. */
async function recheck(source: keyof typeof ITEMS): Promise<void> {
  const item = ITEMS[source];
  const accepted: AcceptedPolicy | null = await item.getValue();
  if (!accepted || accepted.checkedBy === ownVersion()) return;
  await item.removeValue();
  await offer(source, accepted.text);
}

async function forgetRefusal(source: PolicySource): Promise<void> {
  if ((await policyRefused.getValue())?.source === source) await policyRefused.removeValue();
}

async function changed(): Promise<void> {
  await align();
  await askAgain();
}

const ownVersion = (): string => browser.runtime.getManifest().version;
