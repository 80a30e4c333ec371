import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerAside } from '../lib/aside/answer.ts';

// A worker of the extension's own pages, see `components/aside`.
export default defineUnlistedScript(() => answerAside(self));
