/** What is masked before it is recorded. */
import { browser } from 'wxt/browser';
import type { Redaction } from '../domain/redaction.ts';
import { redactionSetting } from './effective.ts';

/** The redaction that holds now, with the country whose telephone numbers are written without their `+`. */
export async function effectiveRedaction(): Promise<Redaction> {
  const held = await redactionSetting.value();
  const region = held.region ?? new Intl.Locale(browser.i18n.getUILanguage()).maximize().region;
  return { ...held, ...(region && /^[A-Z]{2}$/.test(region) ? { region } : {}) };
}
