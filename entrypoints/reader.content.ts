import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerReader } from '../lib/page/read/offer.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: offerReader,
});
