import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerPassages } from '../lib/page/passages/port.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: offerPassages,
});
