/** What is masked before it is recorded. */
import { browser } from 'wxt/browser';
import { type RedactionSection, redactionUnder } from '../domain/policy/redaction-section.ts';
import type { Redaction } from '../domain/privacy/redaction.ts';
import { policyInForce } from './effective.ts';
import { managedKept, redaction } from './items.ts';

/** What is fixed of it: by whoever manages the browser, and over that by the policy. Names of both are masked. */
export async function fixedRedaction(): Promise<RedactionSection> {
  const { redaction: laidDown } = await managedKept.getValue();
  const section = (await policyInForce())?.policy.redaction;
  const names = [...new Set([...(laidDown?.names ?? []), ...(section?.names ?? [])])];
  return { ...laidDown, ...section, ...(names.length > 0 ? { names } : {}) };
}

/** The redaction that holds now, what is fixed over the person's, with the country whose telephone numbers are written without their `+`. */
export async function effectiveRedaction(): Promise<Redaction> {
  const held = redactionUnder(await redaction.getValue(), await fixedRedaction());
  const region = held.region ?? new Intl.Locale(browser.i18n.getUILanguage()).maximize().region;
  return { ...held, ...(region && /^[A-Z]{2}$/.test(region) ? { region } : {}) };
}
