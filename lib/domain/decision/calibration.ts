/** A calibration: several reviewers judge the same outputs, each without seeing the others, and compare afterwards. Zod-free. */
import type { Calibration, Seat } from '../output/process-record.ts';
import { answerIn } from './second.ts';

/** Whether somebody has judged, seen or not. */
export const isGiven = ({ given, hasGiven }: Seat): boolean => given !== undefined || hasGiven === true;

/** It is over once all have judged, and by itself when its time is. */
export const isOver = ({ until, seats }: Pick<Calibration, 'until' | 'seats'>, now: string): boolean =>
  until <= now || seats.every(isGiven);

/** Until it is over nobody sees what the others said, whoever has judged already least of all: only how many have. */
export const veiled = (calibration: Calibration, now: string): Calibration =>
  isOver(calibration, now)
    ? calibration
    : {
        ...calibration,
        seats: calibration.seats.map(({ given, ...seat }) => (given ? { ...seat, hasGiven: true } : seat)),
      };

/** When the first of some ends by its time; undefined where none is under way. */
export const calibrationEndsAt = (calibrations: readonly Calibration[] = [], now = ''): string | undefined =>
  calibrations.flatMap((one) => (isOver(one, now) ? [] : one.until)).sort()[0];

/** What the log holds back meanwhile: the ids under which verdicts are given of what is not over. */
export const veiledIds = (calibrations: readonly Calibration[] = [], now = ''): string[] =>
  calibrations.flatMap((one) => (isOver(one, now) ? [] : one.seats.map(({ secondId }) => secondId)));

interface Judged {
  seats: readonly Seat[];
}

/** What they said of the text, of those who said something of it; one where they pass it on is none. */
export const answersOf = ({ seats }: Judged): string[] =>
  seats.flatMap(({ given }) => (given && answerIn(given.verdict)) || []);

/** Whether those who judged say different things. */
export const isDivided = (judged: Judged): boolean => new Set(answersOf(judged)).size > 1;
