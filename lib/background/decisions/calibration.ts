/** A lead has several reviewers judge the same answers apart from each other; the collector checks again. */
import { newId } from '../../domain/ids.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { target } from '../../store/ask/queries.ts';
import { judgeable } from '../../store/ask/review/calibrated.ts';
import { say } from '../spine/act.ts';

const DAY_MS = 86_400_000;

/** Asks them; of fewer answers where there are not as many that none of them has had a part in. */
export async function startCalibration(body: MessageBody<'calibration.start'>): Promise<{ items: number }> {
  const people = [...new Set(body.people)];
  const team = await target();
  if (!team || !mayDecide(team.role)) throw new Refused('not_allowed');
  if (people.length < body.people.length) throw new Refused('incomplete');
  const hashes = await judgeable(people, body.items);
  if (hashes.length === 0) throw new Refused('nothing_to_judge');
  const until = new Date(Date.now() + body.days * DAY_MS).toISOString();
  const calibrationId = newId();
  for (const hash of hashes) {
    const seats = people.map((person) => ({ secondId: newId(), person }));
    await say('countersign.calibration.asked.v1', hash, { calibrationId, seats, until });
  }
  return { items: hashes.length };
}
