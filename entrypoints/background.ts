import { defineBackground } from 'wxt/utils/define-background';
import * as z from 'zod';
import { registerCitations } from '../lib/background/citations.ts';
import { registerCommands } from '../lib/background/commands.ts';
import { registerCompose } from '../lib/background/compose.ts';
import { registerDecisions } from '../lib/background/decisions.ts';
import { registerHealth } from '../lib/background/degraded.ts';
import { registerDetector } from '../lib/background/detector.ts';
import { registerMend } from '../lib/background/mend.ts';
import { registerNews } from '../lib/background/news.ts';
import { registerOutputs } from '../lib/background/outputs.ts';
import { registerPanel } from '../lib/background/panel.ts';
import { registerPolicy } from '../lib/background/policy.ts';
import { registerReports } from '../lib/background/reports.ts';
import { registerSites } from '../lib/background/sites.ts';
import { registerSync } from '../lib/background/sync.ts';
import { registerTargets } from '../lib/background/targets.ts';
import { registerTeaching } from '../lib/background/teaching.ts';
import { registerTools } from '../lib/background/tools.ts';
import { registerWatches } from '../lib/background/watches.ts';
import { ownOrigins } from '../lib/browser.ts';
import { listen } from '../lib/messages/receive.ts';

export default defineBackground(() => {
  // Extension pages may not make code from strings; zod would try once and be reported for it.
  z.config({ jitless: true });
  // All of it before the first await: a worker that is woken by an event finds its listeners only if they are here.
  listen(ownOrigins());
  registerPolicy();
  registerTools();
  registerDetector();
  registerHealth();
  registerSites();
  registerWatches();
  registerTeaching();
  registerOutputs();
  registerReports();
  registerCitations();
  registerCompose();
  registerCommands();
  registerDecisions();
  registerNews();
  registerPanel();
  registerTargets();
  registerMend();
  registerSync();
});
