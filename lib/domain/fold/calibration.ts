/** How a calibration changes an output that is being folded. */
import type { Calibration, Seat, SecondVerdict } from '../output/process-record.ts';
import { type Folded, madeWhen, type OutputFolding } from './folding.ts';

type Asked = Pick<Calibration, 'calibrationId' | 'until'> & { seats: Pick<Seat, 'secondId' | 'person'>[] };

/** It is asked for, once. */
export function putCalibration({ process }: OutputFolding, event: Folded<Asked>): void {
  const { calibrationId, until, seats } = event.data.facts;
  const known = process.calibrations ?? [];
  if (known.some((one) => one.calibrationId === calibrationId)) return;
  const own = seats.map(({ secondId, person }) => ({ secondId, person }));
  process.calibrations = [...known, { calibrationId, until, seats: own, ...madeWhen(event) }];
}

/** Whoever has a seat judges, once and in time. */
export function sitDown(
  { process }: OutputFolding,
  secondId: string,
  given: SecondVerdict,
  isBy: (person: string) => boolean,
): void {
  for (const { seats, until } of process.calibrations ?? []) {
    const seat = seats.find((one) => one.secondId === secondId);
    if (seat && !seat.given && given.madeAt < until && isBy(seat.person)) seat.given = given;
  }
}
