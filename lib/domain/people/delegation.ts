/** Who decides in whose place while somebody is away: said by whoever is away, for a time that is half-open. */
import type { CountersignEvent } from '../events/event.ts';
import { compareEvents } from '../fold/order.ts';

export interface Delegation {
  from: string;
  to: string;
  since: string;
  until: string;
}

/** One as a browser knows it. */
export interface Absence extends Delegation {
  delegationId: string;
}

/** From one stand-in to the next, at most so often: longer chains are a mistake that nobody oversees. */
const LONGEST_CHAIN = 3;

/** Whether somebody is away now. */
const isAwayAt = ({ since, until }: Pick<Delegation, 'since' | 'until'>, now: string): boolean =>
  Date.parse(since) <= Date.parse(now) && Date.parse(now) < Date.parse(until);

/** Those in whose place a person stands now, the nearest first; once each, however the chain goes round. */
export function inPlaceOf(person: string, delegations: readonly Delegation[], now: string): string[] {
  return along(
    person,
    delegations,
    now,
    ({ to }, at) => to === at,
    ({ from }) => from,
  );
}

/** Those who stand in for somebody now, the nearest first. */
export function standInsOf(person: string, delegations: readonly Delegation[], now: string): string[] {
  return along(
    person,
    delegations,
    now,
    ({ from }, at) => from === at,
    ({ to }) => to,
  );
}

function along(
  person: string,
  delegations: readonly Delegation[],
  now: string,
  leaves: (one: Delegation, at: string) => boolean,
  next: (one: Delegation) => string,
): string[] {
  const current = delegations.filter((one) => isAwayAt(one, now));
  const seen = new Set([person]);
  let waiting = [person];
  for (let step = 0; step < LONGEST_CHAIN && waiting.length > 0; step++) {
    const reached = waiting.flatMap((at) => current.filter((one) => leaves(one, at)).map(next));
    waiting = [...new Set(reached)].filter((one) => !seen.has(one));
    for (const one of waiting) seen.add(one);
  }
  return [...seen].slice(1);
}

/**
 * What the log says of absences, from its events in any order: the last word of each person on each. Nobody speaks for somebody
 * else's; what the team's log has not taken yet is by this browser's own person.
 */
export function absencesIn(
  events: readonly CountersignEvent[],
  own: { source: string; subject: string | undefined },
): Absence[] {
  const last = new Map<string, Absence>();
  for (const event of [...events].sort(compareEvents)) {
    if (event.type !== 'countersign.delegation.made.v1') continue;
    const from = event.authid ?? (event.source === own.source ? own.subject : undefined);
    if (from === undefined) continue;
    const { delegationId, to, since, until } = event.data.facts;
    const key = `${from}\0${delegationId}`;
    // In the order of the last words, as the collector has them: in whose place somebody decides is the first of them.
    last.delete(key);
    last.set(key, { delegationId, from, to, since, until });
  }
  return [...last.values()];
}
