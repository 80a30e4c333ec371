import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerFormulas } from '../lib/page/read/formulas/offer.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: offerFormulas,
});
