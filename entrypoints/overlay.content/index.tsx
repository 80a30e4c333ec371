import { defineContentScript } from 'wxt/utils/define-content-script';
import { mountCard } from '../../components/overlay/mount.tsx';
import { findBus } from '../../lib/page/frame/bus.ts';

export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  cssInjectionMode: 'manual',
  main: () => {
    const bus = findBus();
    if (bus) mountCard(bus);
  },
});
