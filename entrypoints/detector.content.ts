import { defineContentScript } from 'wxt/utils/define-content-script';
import { startPage } from '../lib/page/frame/start.ts';

export default defineContentScript({
  // The hosts of all tool profiles; `wxt.config.ts` puts them in, so that the profiles stay out of every tab.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  noScriptStartedPostMessage: true,
  runAt: 'document_idle',
  main: startPage,
});
