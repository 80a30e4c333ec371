import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerAtSelections } from '../lib/page/passages/offer.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: offerAtSelections,
});
