/** A browser's profile of a tool reads its site no more. It is about no output. */
import { ROLES } from '../codes.ts';
import { degradedFactsSchema } from '../reading/health.ts';
import { defineEvent } from './define.ts';

export const detectionDegraded = defineEvent({
  type: 'countersign.detection.degraded.v1',
  means:
    'a browser’s profile of a tool reads its site no more: tool, version of the profile, why. Its subject is the site’s origin; it has no content',
  about: 'site',
  facts: () => degradedFactsSchema,
  // Whoever's browser cannot read a tool any more says so.
  sentBy: ROLES,
  quiet: false,
  name: 'options.entry.detection',
  folds: {},
});
