/**
 * The learner and the detector in a page's own world, without the extension: what evidence was weighed, what was learned,
 * what is found by it. For fitting the weights, and for seeing why a page is not learned.
 */
import { Detector } from '../../../lib/page/detect/detect.ts';
import { Turns } from '../../../lib/page/detect/turns.ts';
import { offerTurns } from '../../../lib/page/detect/turns-by.ts';
import { offerRecords } from '../../../lib/page/ground/records.ts';
import { deepText } from '../../../lib/page/ground/tree.ts';
import type { Candidate } from '../../../lib/page/learn/candidate.ts';
import type { Evidence, Weights } from '../../../lib/page/learn/evidence.ts';
import { Learner } from '../../../lib/page/learn/learner.ts';
import { Lessons } from '../../../lib/page/learn/lessons.ts';
import { offerLessons } from '../../../lib/page/learn/lessons-port.ts';
import { FITTED } from '../../../lib/page/learn/weights.ts';
import { offerReader } from '../../../lib/page/read/offer.ts';
import { openReader } from '../../../lib/page/read/port.ts';
import { readText } from '../../../lib/page/read/read.ts';
import { GoingOn } from '../../../lib/page/working/going-on.ts';
import type { ToolProfile } from '../../../lib/tools/profile.ts';

export interface Weighed {
  text: string;
  evidence: Evidence;
  /** For people: where it stands. */
  place: string;
  atMs: number;
}

export interface Probe {
  weighed: Weighed[];
  profiles: { atMs: number; profile: ToolProfile }[];
  /** Every text that was said to be complete. */
  completed: { text: string; atMs: number }[];
  list(): { text: string; state: string; completedAt?: string }[];
}

declare global {
  interface Window {
    countersignProbe: Probe;
    /** Weights to learn by, for leave-one-out. */
    countersignWeights?: Weights;
  }
}

const name = (element: Element | undefined): string => {
  if (!element) return '-';
  const attributes = [...element.attributes].map(({ name: key, value }) => `${key}="${value.slice(0, 60)}"`);
  return `<${element.tagName.toLowerCase()} ${attributes.join(' ')}>`;
};

const placeOf = ({ turn, user, list, region, steps, grewMs }: Candidate): string =>
  [
    `list ${name(list)}`,
    `user ${name(user)}`,
    `turn ${name(turn)}`,
    `region ${name(region)}`,
    `steps ${steps} in ${Math.round(grewMs)} ms`,
  ].join('\n    ');

Object.assign(FITTED, window.countersignWeights);

openReader(() => undefined);
offerTurns((profile) => new Turns(profile));
offerRecords();
offerLessons((...given) => new Lessons(...given));
offerReader();

let reading = new AbortController();
let detector: Detector | undefined;
let turns: Turns | undefined;
const working = new GoingOn(
  {
    get turns() {
      return turns;
    },
    all: () => detector?.all() ?? [],
  },
  new AbortController().signal,
);
const probe: Probe = { weighed: [], profiles: [], completed: [], list: () => detector?.list() ?? [] };
window.countersignProbe = probe;

function read(profile: ToolProfile): void {
  reading.abort();
  reading = new AbortController();
  probe.profiles.push({ atMs: Date.now(), profile });
  turns = new Turns(profile, [], undefined, () => ({
    isPersons: (...read) => learner.isPersons(...read),
    goesOn: (found, before, quietMs) => working.goesOn(found, before, quietMs, learner.streamedMs(found.turn)),
    streams: (found, before, quietMs) => working.streams(found, before, quietMs, learner.streamedMs(found.turn)),
  }));
  detector = new Detector(
    turns,
    {
      completed: ({ text = '' }) => probe.completed.push({ text, atMs: Date.now() }),
      gone: () => undefined,
    },
    reading.signal,
    detector?.found(),
  );
}

const learner: Learner = new Learner(
  {
    learned: ({ profile }) => read(profile),
    judged: (candidate, evidence) => {
      const text = readText([candidate.region]).text || deepText(candidate.region);
      probe.weighed.push({ text, evidence, place: placeOf(candidate), atMs: Date.now() });
    },
  },
  new AbortController().signal,
  working.isLocked,
);
