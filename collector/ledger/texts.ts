/**
 * Texts that were stored before anybody asked whether they are what their event is about, looked at once. One that is not is
 * handed out no more, and what was approved with it at hand is asked again: the log gets a decision of the collector's own
 * that passes the output on to people, so that old browsers and new ones, and those that never saw the text, agree.
 */

import type { Verdict } from '../../lib/domain/codes.ts';
import { type CountersignEvent, makeEvent } from '../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../lib/domain/ids.ts';
import { isAt } from '../../lib/domain/output/address.ts';
import { isHolding } from '../../lib/domain/output/status.ts';
import { OPERATOR } from '../acts/acts.ts';
import { appendOwn } from '../acts/own.ts';
import { hashOf } from '../chain.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { lockTeam } from './insert.ts';

/** Texts may be megabytes each. */
const PAGE = 50;
const SEEN = 'countersign.output.seen.v1';

interface Unchecked {
  team: string;
  source: string;
  id: string;
  subject: string;
  /** Of what is no text of an output, nothing. */
  content: { text: string; veiled?: string } | null;
}

/** Looks at every text that nobody has looked at. Answers with how many are not what their event is about. */
export async function checkStoredTexts(database: SqlDatabase, now = new Date()): Promise<number> {
  let foreign = 0;
  for (;;) {
    const rows = await database.query<Unchecked>(
      `select c.team, c.source, c.id, e.subject, case when e.type = '${SEEN}' then c.content end as content
        from contents c join events e on e.team = c.team and e.source = c.source and e.id = c.id
        where c.text_holds is null order by c.team, c.source, c.id limit ${PAGE}`,
    );
    if (rows.length === 0) return foreign;
    for (const [team, ofTeam] of Map.groupBy(rows, (row) => row.team))
      foreign += await note(database, team, ofTeam, now);
  }
}

const holds = ({ subject, content }: Unchecked): boolean => content === null || isAt(subject, content, hashOf);

function note(database: SqlDatabase, team: string, rows: readonly Unchecked[], now: Date): Promise<number> {
  const found = rows.map((row) => ({ source: row.source, id: row.id, holds: holds(row) }));
  const wrong = rows.filter((row) => !holds(row));
  return database.transaction(async (queries) => {
    const tip = await lockTeam(queries, team);
    // Another collector that looks at the same finds nothing left to note.
    const noted = await queries.query<{ id: string; holds: boolean }>(
      `update contents c set text_holds = k.holds from jsonb_to_recordset($2::jsonb) as k(source text, id text, holds boolean)
        where c.team = $1 and c.source = k.source and c.id = k.id and c.text_holds is null
        returning c.id, k.holds`,
      [team, JSON.stringify(found)],
    );
    const fresh = new Set(noted.filter((row) => !row.holds).map(({ id }) => id));
    const subjects = [...new Set(wrong.filter(({ id }) => fresh.has(id)).map(({ subject }) => subject))];
    const events = await askedAgain(queries, team, subjects, now);
    if (events.length > 0) await appendOwn(queries, team, OPERATOR, events, tip, now);
    return fresh.size;
  });
}

const NOTE =
  'The text that was stored here was not the one that this entry is about. What was decided with it in view has to be decided again.';

/** For each subject whose last decision let it be used, one that passes it on. */
async function askedAgain(
  queries: Queries,
  team: string,
  subjects: readonly string[],
  now: Date,
): Promise<CountersignEvent[]> {
  if (subjects.length === 0) return [];
  const last = await queries.query<{ subject: string; verdict: Verdict; source: string }>(
    `select distinct on (subject) subject, event #>> '{data,facts,verdict}' as verdict,
        (select collector_id::text from deployment) as source
      from events d where team = $1 and type = 'countersign.decision.made.v1'
        and subject in (select jsonb_array_elements_text($2::jsonb)) and not exists (
          select 1 from events w where w.team = $1 and w.subject = d.subject and w.authid = d.authid
            and w.source = d.source and w.type = 'countersign.decision.withdrawn.v1'
            and w.event #>> '{data,facts,decisionId}' = d.event #>> '{data,facts,decisionId}'
        )
      order by subject, sequence desc`,
    [team, JSON.stringify(subjects)],
  );
  const freed = last.filter(({ verdict }) => !isHolding(verdict));
  return Promise.all(
    freed.map(({ subject, source }) =>
      makeEvent(
        'countersign.decision.made.v1',
        installationSource(source),
        subject,
        { decisionId: newId(), verdict: 'escalate', reportIds: [] },
        { note: NOTE },
        now,
      ),
    ),
  );
}
