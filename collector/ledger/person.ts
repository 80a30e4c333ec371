/** All that a team's log holds of one person, as one JSON document. */
import { newId } from '../../lib/domain/ids.ts';
import { record } from '../acts/acts.ts';
import type { Queries, SqlDatabase } from '../database/database.ts';
import { namesOf } from '../people/directory.ts';
import { listTokens } from '../people/tokens.ts';
import type { Asked } from './erase.ts';
import { readAuthored } from './read/pages.ts';

/** Writes the export into the team's log, `recorded` hears its number; then gives the document in pieces of text. */
export async function* exportPerson(
  database: SqlDatabase,
  { team, authid, now }: Asked,
  person: string,
  recorded: (sequence: string) => void = () => undefined,
): AsyncGenerator<string> {
  const exportId = newId();
  const act = {
    type: 'countersign.person.exported.v1',
    noun: 'export',
    actId: exportId,
    facts: { exportId },
    content: { person },
  } as const;
  recorded(await database.transaction((queries) => record(queries, team, authid, act, now)));
  const tokens = (await listTokens(database, team)).filter(({ subject }) => subject === person);
  const name = (await namesOf(database, team)).find(({ subject }) => subject === person)?.name;
  const called = name === undefined ? {} : { name };
  const exportedAt = now.toISOString();
  const start = { format: 'countersign-person', version: 1, team, person, ...called, exportedAt, tokens };
  yield `${JSON.stringify(start).slice(0, -1)},"events":[`;
  yield* eventTexts(database, team, person);
  yield '\n]}\n';
}

async function* eventTexts(queries: Queries, team: string, person: string): AsyncGenerator<string> {
  let comma = '';
  for await (const event of readAuthored(queries, team, person)) {
    yield `${comma}\n${JSON.stringify(event)}`;
    comma = ',';
  }
}
