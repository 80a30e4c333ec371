import { defineContentScript } from 'wxt/utils/define-content-script';
import { Badges } from '../lib/page/ours/badges.ts';
import { offerBadges } from '../lib/page/ours/port.ts';
import { offerReader } from '../lib/page/read/offer.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main: () => {
    offerBadges((events, signal) => new Badges(events, signal));
    offerReader();
  },
});
