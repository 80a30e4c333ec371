import { useLiveQuery } from 'dexie-react-hooks';
import { isGiven, isOver } from '../../../lib/domain/decision/calibration.ts';
import type { Calibration, Seat } from '../../../lib/domain/output/process-record.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import { calibratedOutputs } from '../../../lib/store/ask/review/calibrated.ts';
import type { OutputRow } from '../../../lib/store/rows/output.ts';

/** One of the answers that are judged together. */
export interface CalibratedItem {
  output: OutputRow;
  seats: readonly Seat[];
}

/** One calibration: the same answers, judged by the same people. */
export interface Calibrating {
  calibrationId: string;
  askedAt: string;
  until: string;
  people: number;
  items: CalibratedItem[];
  isOver: boolean;
  /** How many verdicts there are. This person knows nothing of the others' while they have some to give: then of their own. */
  given: number;
  /** This person's own seats, and how many of them they have answered. */
  own: { seats: number; given: number };
}

/** More of them nobody looks through. */
const MOST = 10;

/** The calibrations that the log has, the newest first; undefined until they are read. */
export const useCalibrations = (): Calibrating[] | undefined =>
  useLiveQuery(async () => {
    const [outputs, team] = await Promise.all([calibratedOutputs(), target()]);
    const now = new Date().toISOString();
    const each = outputs.flatMap((output) =>
      (output.inProcess?.calibrations ?? []).map((calibration) => ({ output, calibration })),
    );
    return [...Map.groupBy(each, ({ calibration }) => calibration.calibrationId)]
      .map(([calibrationId, some]) => calibrating(calibrationId, some, team?.subject, now))
      .sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1))
      .slice(0, MOST);
  });

function calibrating(
  calibrationId: string,
  some: readonly { output: OutputRow; calibration: Calibration }[],
  me: string | undefined,
  now: string,
): Calibrating {
  const items = some.map(({ output, calibration: { seats } }) => ({ output, seats }));
  const all = items.flatMap(({ seats }) => seats);
  const own = all.filter(({ person }) => person === me);
  const first = some[0]?.calibration;
  return {
    ...{ calibrationId, items, askedAt: first?.madeAt ?? now, until: first?.until ?? now },
    people: first?.seats.length ?? 0,
    isOver: some.every(({ calibration }) => isOver(calibration, now)),
    given: all.filter(isGiven).length,
    own: { seats: own.length, given: own.filter(isGiven).length },
  };
}
