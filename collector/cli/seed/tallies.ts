/** What the browsers of a made-up team count each day: many more answers than anybody says something of. */
import { randomInt, randomUUID } from 'node:crypto';
import { type CountersignEvent, eventWith, makeEvent } from '../../../lib/domain/events/event.ts';
import { dayOf, daySource, endOfDay, tallySubject } from '../../../lib/domain/figures/tally.ts';
import { stratumOf } from '../../../lib/domain/output/stratum.ts';
import { TOOLS } from './story.ts';

const DAY_MS = 86_400_000;
/** Answers that are counted for each that is recorded. */
const COUNTED = 6;
const WORDS = 120;

/** What one browser counts on `days` days up to yesterday; `outputs`: how many of its answers are recorded in all of that time. */
export async function talliesOf(now: number, days: number, outputs: number): Promise<CountersignEvent[]> {
  const each = (outputs * COUNTED) / (days * TOOLS.length);
  const tallies: CountersignEvent[] = [];
  for (let ago = days; ago > 0; ago--) {
    const day = dayOf(new Date(now - ago * DAY_MS).toISOString());
    if (isWeekend(day)) continue;
    const source = daySource();
    for (const { tool, model } of TOOLS) tallies.push(await tally(source, day, stratumOf('', tool, model), each));
  }
  return tallies;
}

/** Nobody works on it, so that a chart of days shows what one looks like. */
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

async function tally(source: string, day: string, stratum: string, each: number) {
  const found = Math.max(1, Math.round(each * (0.5 + Math.random()) * (7 / 5)));
  const used = randomInt(0, found + 1);
  const facts = {
    ...{ day, stratum, found, words: found * WORDS, used, edited: randomInt(0, used + 1) },
    ...{ held: 0, passed: 0, sampled: 0, missed: randomInt(20) === 0 ? 1 : 0 },
  };
  const at = new Date(endOfDay(day));
  const made = await makeEvent('countersign.outputs.tallied.v1', source, tallySubject(day), facts, undefined, at);
  return eventWith(made, { id: randomUUID() });
}
