import { defineContentScript } from 'wxt/utils/define-content-script';
import { askBeforeWrites } from '../lib/page/gate/writes.ts';

export default defineContentScript({
  registration: 'runtime',
  world: 'MAIN',
  noScriptStartedPostMessage: true,
  main: askBeforeWrites,
});
