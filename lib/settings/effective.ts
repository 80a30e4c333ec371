/**
 * What is in force here, one way for every setting: what is managed, else what a person chose,
 * else the default. Nothing waits for the browser to say what is managed: the last that it said holds until then.
 */
import { browser } from 'wxt/browser';
import type { WxtStorageItem } from 'wxt/utils/storage';
import type { KeptManaged } from '../domain/policy/managed.ts';
import type { SignedOrigins } from '../domain/policy/overlay/origins.ts';
import type { AcceptedPolicy, PolicySource } from '../domain/policy/policy.ts';
import { takenInForce } from '../domain/policy/signed/taken.ts';
import { keptForDays, managedKept, policyFromCollector, policyLoaded, policyManaged, profilesOff } from './items.ts';

/** A setting that can be managed. */
interface Setting<T> {
  /** What holds now. */
  value(): Promise<T>;
  /** Whether it is managed: then nobody changes it here. */
  isFixed(): Promise<boolean>;
  /** Calls back whenever what holds may have changed. Gives the function that stops it. */
  watch(callback: () => void): () => void;
}

function settingOf<K extends keyof KeptManaged, T>(
  key: K,
  chosen: WxtStorageItem<T, Record<string, unknown>>,
): Setting<T> {
  return {
    value: async () => ((await managedKept.getValue())[key] as T | undefined) ?? chosen.getValue(),
    isFixed: async () => (await managedKept.getValue())[key] !== undefined,
    watch: (callback) => {
      const stops = [managedKept.watch(callback), chosen.watch(callback)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** Ids of the tool profiles that are switched off here. */
export const profilesOffSetting = settingOf('profilesOff', profilesOff);
/** For how many days outputs are kept in this browser; null for good. */
export const keptForDaysSetting = settingOf('keptForDays', keptForDays);

/** Whether people may add endpoints of their own. */
export const ownEndpointsAllowed = async (): Promise<boolean> => (await managedKept.getValue()).ownEndpoints ?? true;

/** A policy that is there, whether it is in force or another outranks it. `number`, `inForceFrom` and `origins`: of a collector's. */
export interface SourcedPolicy extends AcceptedPolicy {
  source: PolicySource;
  number?: number;
  inForceFrom?: string;
  origins?: SignedOrigins;
}

/** Every policy that is there now, the one in force first: managed over the collector's over a person's own. */
export async function policiesHere(): Promise<SourcedPolicy[]> {
  const [managed, kept, loaded] = await Promise.all([
    policyManaged.getValue(),
    policyFromCollector.getValue(),
    policyLoaded.getValue(),
  ]);
  const taken = kept && takenInForce(kept, Date.now());
  return [
    ...(managed ? [{ ...managed, source: 'managed' as const }] : []),
    ...(taken ? [{ ...taken, source: 'collector' as const }] : []),
    ...(loaded ? [{ ...loaded, source: 'loaded' as const }] : []),
  ];
}

/** The policy in force and where it comes from, or undefined where there is none. */
export const policyInForce = async (): Promise<SourcedPolicy | undefined> => (await policiesHere())[0];

/**
 * All that is managed in this browser now, good or not. May take long to answer, or never do (Chromium while it starts):
 * nothing but what takes it in may wait for it.
 */
export async function managedValues(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    // Firefox throws where nothing at all is managed for the extension.
    console.debug('Countersign: no managed storage', error instanceof Error ? error.message : '');
    return {};
  }
}

/** The text of the managed policy now, good or not; undefined where there is none. */
export async function managedPolicyText(): Promise<string | undefined> {
  const { policy } = await managedValues();
  if (policy === undefined || policy === null) return undefined;
  // Firefox hands on whatever an administrator wrote, an object too.
  return typeof policy === 'string' ? policy : JSON.stringify(policy);
}

/** Calls back when what is managed in this browser may have changed. */
export const watchManaged = (callback: () => void): void =>
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') callback();
  });
