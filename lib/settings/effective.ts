/** What is in force here: what whoever manages the browser laid down, else what a person loaded, else nothing. */
import { browser } from 'wxt/browser';
import type { AcceptedPolicy, PolicySource } from '../domain/policy.ts';
import { policyLoaded, policyManaged } from './items.ts';

/** The policy in force and where it comes from, or undefined where there is none. */
export async function policyInForce(): Promise<(AcceptedPolicy & { source: PolicySource }) | undefined> {
  const managed = await policyManaged.getValue();
  if (managed) return { ...managed, source: 'managed' };
  const loaded = await policyLoaded.getValue();
  return loaded ? { ...loaded, source: 'loaded' } : undefined;
}

/** The key of `managedSchema` under which it stands. */
const KEY = 'policy';

/** The text of the policy that is laid down for this browser now, good or not; undefined where there is none. */
export async function managedPolicyText(): Promise<string | undefined> {
  const value = await managedValue();
  if (value === undefined || value === null) return undefined;
  // Firefox hands on whatever an administrator wrote, an object too.
  return typeof value === 'string' ? value : JSON.stringify(value);
}

async function managedValue(): Promise<unknown> {
  try {
    return (await browser.storage.managed.get(KEY))[KEY];
  } catch (error) {
    // Firefox throws where nothing at all is laid down for the extension.
    console.debug('Countersign: no managed storage', error instanceof Error ? error.message : '');
    return undefined;
  }
}

/** Calls back when what is laid down for this browser may have changed. */
export const watchManaged = (callback: () => void): void =>
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' && KEY in changes) callback();
  });
