import { defineContentScript } from 'wxt/utils/define-content-script';
import { startTeaching } from '../lib/page/teach/start.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: startTeaching,
});
