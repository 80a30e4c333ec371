import { defineContentScript } from 'wxt/utils/define-content-script';
import { takeHand } from '../lib/page/generic/hand.ts';
import { startLearning } from '../lib/page/generic/start.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => {
    const hand = takeHand();
    if (hand) startLearning(hand);
  },
});
