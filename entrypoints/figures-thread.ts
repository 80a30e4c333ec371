import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { answerFigures } from '../lib/aside/figures-alone.ts';

// The worker of the page of the figures: small, so that it reads before the page's own code is there.
export default defineUnlistedScript(() => answerFigures(self));
