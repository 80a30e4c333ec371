import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '../lib/page/start.ts';
import { hostPatterns } from '../lib/tools/index.ts';

export default defineContentScript({
  matches: hostPatterns(),
  allFrames: true,
  matchAboutBlank: true,
  noScriptStartedPostMessage: true,
  runAt: 'document_idle',
  main: startPage,
});
