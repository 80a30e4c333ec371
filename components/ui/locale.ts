import { browser } from 'wxt/browser';
import { i18n } from '#i18n';

/**
 * The language of what is on screen: the browser's own (with its region, which decides how dates look) where there is
 * a translation into it, else that of the sentences that are shown instead.
 */
export function displayLanguage(): string {
  const shown = i18n.t('common.language');
  const wanted = browser.i18n.getUILanguage();
  return wanted.toLowerCase().startsWith(shown) ? wanted : shown;
}

/** Tells browser and screen reader which language the page is in, and names its tab. */
export function announceLanguage(title: string): void {
  document.documentElement.lang = displayLanguage();
  document.title = title;
}
