import { defineContentScript } from 'wxt/utils/define-content-script';
import { startReuse } from '../lib/page/reuse/start.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: startReuse,
});
