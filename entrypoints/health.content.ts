import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchHealth } from '../lib/page/health/health.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: watchHealth,
});
