/** What is masked before it is recorded. */
import { browser } from 'wxt/browser';
import { type RedactionSection, redactionUnder } from '../domain/policy/redaction-section.ts';
import { DEFAULT_REDACTION, type Redaction, redactionSchema } from '../domain/privacy/redaction.ts';
import { policyInForce } from './effective.ts';
import { managedKept, redaction } from './items.ts';

/** What is fixed of it: by whoever manages the browser, and over that by the policy. Names of both are masked. */
export async function fixedRedaction(): Promise<RedactionSection> {
  const { redaction: managed } = await managedKept.getValue();
  const section = (await policyInForce())?.policy.redaction;
  const names = [...new Set([...(managed?.names ?? []), ...(section?.names ?? [])])];
  return { ...managed, ...section, ...(names.length > 0 ? { names } : {}) };
}

/** The redaction that holds now, what is fixed over the person's, with the country whose telephone numbers are written without their `+`. */
export async function effectiveRedaction(): Promise<Redaction> {
  // What is stored may be broken: a record is kept all the same, masked as it is where nobody has chosen.
  const own = redactionSchema.safeParse(await redaction.getValue()).data ?? DEFAULT_REDACTION;
  const held = redactionUnder(own, await fixedRedaction());
  const region = held.region ?? regionOf(browser.i18n.getUILanguage());
  return { ...held, ...(region && /^[A-Z]{2}$/.test(region) ? { region } : {}) };
}

/** The country of a language as a browser names it; some write `it_IT`, and `C` is none. */
function regionOf(language: string): string | undefined {
  try {
    return new Intl.Locale(language.replaceAll('_', '-')).maximize().region;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
