import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeHand } from '../lib/page/learn/hand.ts';
import { startLearning } from '../lib/page/learn/start.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => {
    const hand = takeHand();
    if (hand) startLearning(hand);
  },
});
