/** Takes a person out of the facts of events in which others named them: given an answer in hand, asked to stand in, drawn to judge. */
import type { CountersignEvent, FactsOf } from '../../lib/domain/events/event.ts';
import { namesIn, namingTypes, renamed } from '../../lib/domain/people/naming.ts';
import type { Queries } from '../database/database.ts';
import type { Named } from './log-lines.ts';

/** True of rows `e` whose event may name the person of a parameter; which of them do, `renameIn` knows. */
export const namedIn = (parameter: string): string =>
  `e.type in (${namingTypes()
    .map((type) => `'${type}'`)
    .join()})
    and position(substr(to_jsonb(${parameter}::text)::text, 2, length(to_jsonb(${parameter}::text)::text) - 2) in e.event::text) > 0`;

interface NamingRow {
  source: string;
  id: string;
  event: CountersignEvent;
  named: Named[] | null;
}

type Taken = NonNullable<FactsOf<'countersign.content.erased.v1'>['named']>;

/** Renames a person in the facts of some rows, and drops what opens the commitments to them. Answers where they stood. */
export async function renameIn(
  queries: Queries,
  team: string,
  keys: readonly { source: string; id: string }[],
  person: string,
  pseudonym: string,
): Promise<Taken> {
  const rows = await queries.query<NamingRow>(
    `select e.source, e.id, e.event, e.named from events e join jsonb_to_recordset($2::jsonb) as k(source text, id text)
        on e.source = k.source and e.id = k.id where e.team = $1`,
    [team, JSON.stringify(keys)],
  );
  const changed = rows.flatMap((row) => {
    const at = namesIn(row.event).flatMap((name, place) => (name === person ? place : []));
    return at.length === 0 ? [] : { ...row, at };
  });
  await queries.query(
    `update events e set event = k.event, named = k.named, bytes = e.bytes + k.more
      from jsonb_to_recordset($2::jsonb) as k(source text, id text, event jsonb, named jsonb, more integer)
      where e.team = $1 and e.source = k.source and e.id = k.id`,
    [team, JSON.stringify(changed.map((row) => without(row, pseudonym)))],
  );
  return changed.map(({ source, id, at }) => ({ source, id, at }));
}

const sizeOf = (event: object): number => Buffer.byteLength(JSON.stringify(event));

function without({ source, id, event, named, at }: NamingRow & { at: number[] }, pseudonym: string) {
  const renamedEvent = renamed(event, (name, place) => (at.includes(place) ? pseudonym : name));
  return {
    ...{ source, id, event: renamedEvent, more: sizeOf(renamedEvent) - sizeOf(event) },
    named: (named ?? []).map(({ commitment, salt }, place) =>
      at.includes(place) || salt === undefined ? { commitment } : { commitment, salt },
    ),
  };
}
