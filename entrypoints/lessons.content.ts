import { defineContentScript } from 'wxt/utils/define-content-script';
import { Lessons } from '../lib/page/learn/lessons.ts';
import { offerLessons } from '../lib/page/learn/lessons-port.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => offerLessons((...given) => new Lessons(...given)),
});
