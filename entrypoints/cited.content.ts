import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerPlaces } from '../lib/page/read/cited.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: offerPlaces,
});
