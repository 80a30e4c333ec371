/** All constructions by name. */
import type { Build } from '../desk.ts';
import { AGENTS } from './agents.ts';
import { BESIDE } from './beside.ts';
import { BUSY } from './busy.ts';
import { DRAWN_ANEW } from './drawn-anew.ts';
import { FRAMED } from './framed.ts';
import { AROUND } from './modern/around.ts';
import { ELEMENTS } from './modern/elements.ts';
import { ELSEWHERE } from './modern/elsewhere.ts';
import { HEARD } from './modern/spoken-and-rows.ts';
import { OFFICE } from './office.ts';
import { AT_WORK } from './parts/at-work.ts';
import { FOLDED } from './parts/folded.ts';
import { LAUNCHED } from './parts/launched.ts';
import { SMALL_FIRM } from './parts/small-firm.ts';
import { PEOPLE } from './people.ts';
import { PLACED } from './placed.ts';
import { STRANGE } from './strange/index.ts';
import { TABLES } from './tables.ts';
import { TODAY } from './today.ts';
import { UNLIKE } from './unlike.ts';
import { LAID_OUT } from './unseen/laid-out.ts';
import { TALKED } from './unseen/talked.ts';
import { WAITING } from './waiting.ts';
import { WRAPPED } from './wrapped.ts';

export const BUILDS: Record<string, Build> = {
  ...FRAMED,
  ...TABLES,
  ...PEOPLE,
  ...WAITING,
  ...BESIDE,
  ...PLACED,
  ...DRAWN_ANEW,
  ...WRAPPED,
  ...TODAY,
  ...OFFICE,
  ...AGENTS,
  ...UNLIKE,
  ...BUSY,
  ...FOLDED,
  ...LAUNCHED,
  ...SMALL_FIRM,
  ...AT_WORK,
  ...TALKED,
  ...LAID_OUT,
  ...ELEMENTS,
  ...AROUND,
  ...ELSEWHERE,
  ...HEARD,
  ...STRANGE,
};
