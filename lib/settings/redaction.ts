/** What is masked before it is recorded. */
import { browser } from 'wxt/browser';
import type { Redaction } from '../domain/redaction.ts';
import { redactionUnder } from '../domain/redaction-section.ts';
import { policyInForce } from './effective.ts';
import { redaction } from './items.ts';

/** The redaction that holds now, the policy's over the person's, with the country whose telephone numbers are written without their `+`. */
export async function effectiveRedaction(): Promise<Redaction> {
  const held = redactionUnder(await redaction.getValue(), (await policyInForce())?.policy.redaction);
  const region = held.region ?? new Intl.Locale(browser.i18n.getUILanguage()).maximize().region;
  return { ...held, ...(region && /^[A-Z]{2}$/.test(region) ? { region } : {}) };
}
