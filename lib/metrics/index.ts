/** All metrics, sorted by id. A new one is a file and a line here. */
import { acceptance } from './acceptance.ts';
import { agreement } from './agreement.ts';
import { escalations } from './escalations.ts';
import { overrides } from './overrides.ts';
import { overruled } from './overruled.ts';
import { punctual } from './punctual.ts';
import { reports } from './reports.ts';
import { reuse } from './reuse.ts';
import { severity } from './severity.ts';
import { waiting } from './waiting.ts';

export const METRICS = [
  acceptance,
  agreement,
  escalations,
  overrides,
  overruled,
  punctual,
  reports,
  reuse,
  severity,
  waiting,
] as const;
