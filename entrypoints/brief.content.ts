import { defineContentScript } from 'wxt/utils/define-content-script';
import { hearBriefs } from '../lib/page/brief/start.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: hearBriefs,
});
