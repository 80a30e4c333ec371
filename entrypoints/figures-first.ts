import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { beginThread } from '../components/aside/begun.ts';

// Before all other code of the page of the figures: to load that takes as long as to count a small team's.
export default defineUnlistedScript(() => beginThread('/figures-thread.js'));
