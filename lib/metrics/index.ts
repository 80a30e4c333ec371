/** All metrics, sorted by id. A new one is a file and a line here. */
import { acceptance } from './acceptance.ts';
import { accepted } from './accepted.ts';
import { agreement } from './agreement.ts';
import { coverage } from './coverage.ts';
import { defects } from './defects.ts';
import { edited } from './edited.ts';
import { escalations } from './escalations.ts';
import { held } from './held.ts';
import { lifted } from './lifted.ts';
import { overrides } from './overrides.ts';
import { overruled } from './overruled.ts';
import { punctual } from './punctual.ts';
import { reports } from './reports.ts';
import { reuse } from './reuse.ts';
import { reviewed } from './reviewed.ts';
import { severity } from './severity.ts';
import { used } from './used.ts';
import { waiting } from './waiting.ts';
import { weight } from './weight.ts';

export const METRICS = [
  acceptance,
  accepted,
  agreement,
  coverage,
  defects,
  edited,
  escalations,
  held,
  lifted,
  overrides,
  overruled,
  punctual,
  reports,
  reuse,
  reviewed,
  severity,
  used,
  waiting,
  weight,
] as const;
