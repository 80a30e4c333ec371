import { defineContentScript } from 'wxt/utils/define-content-script';
import { standAtGate } from '../lib/page/gate/start.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: standAtGate,
});
