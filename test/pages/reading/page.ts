/** The reader in a page's own world, without the extension: for the small answers of the tests, and for the bench. */
import { offerFormulas } from '../../../lib/page/read/formulas/offer.ts';
import { openReader } from '../../../lib/page/read/port.ts';
import { readText } from '../../../lib/page/read/read.ts';
import { roughText } from '../../../lib/page/read/rough.ts';

declare global {
  interface Window {
    countersignReading: {
      read: (element: Element) => string;
      rough: (element: Element) => string;
      raw: (element: Element) => string;
    };
  }
}

openReader(() => undefined);
offerFormulas();
window.countersignReading = {
  read: (element) => readText([element]).text,
  rough: (element) => roughText([element]),
  raw: (element) => readText([element]).raw,
};
