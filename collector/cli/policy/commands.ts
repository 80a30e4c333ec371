/** The commands about the policy, whoever runs them: the command line itself, or the collector that holds its database. */
import * as z from 'zod';
import { LONGEST_COMMENT, LONGEST_NAME, LONGEST_POLICY } from '../../../lib/domain/limits.ts';
import type { Policy } from '../../../lib/domain/policy/policy.ts';
import { type PublishProblem, publishable } from '../../../lib/domain/policy/publishable.ts';
import { OPERATOR } from '../../acts/acts.ts';
import type { SqlDatabase } from '../../database/database.ts';
import { policyDifferences } from '../../policy/differences.ts';
import { publish, publishBase, readBase, underOf } from '../../policy/publish.ts';
import {
  listVersions,
  newestVersion,
  type PolicyVersion,
  readVersion,
  versionAnnounced,
  versionInForce,
} from '../../policy/versions.ts';
import { problemWords } from '../../policy/words.ts';
import { endedDrawKeys } from '../../review/draw-keys.ts';
import { CommandRefusal } from '../refusal.ts';

const team = z.string().min(1).max(LONGEST_NAME);
const text = z.string().max(2 * LONGEST_POLICY);
const number = z.int().min(1);

/** What is asked of whoever holds the database: a command whose file has been read. */
export const policyAskSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('policy.show'), team, number: number.optional() }),
  z.strictObject({ name: z.literal('policy.history'), team }),
  z.strictObject({ name: z.literal('policy.draws'), team }),
  z.strictObject({
    ...{ name: z.literal('policy.publish'), team: team.optional(), text },
    ...{ note: z.string().max(LONGEST_COMMENT).optional(), onto: z.int().min(0).optional() },
  }),
  z.strictObject({
    ...{ name: z.literal('policy.diff'), team, text: text.optional() },
    ...{ from: number.optional(), to: number.optional() },
  }),
  z.strictObject({ name: z.literal('policy.check'), team, text }),
]);
export type PolicyAsk = z.infer<typeof policyAskSchema>;

/** Told of which team's log has grown, up to where. */
type Grown = (team: string, sequence: string) => void;

/** Does a command and answers with what it says. */
export async function policyCommand(database: SqlDatabase, ask: PolicyAsk, grown: Grown): Promise<string> {
  switch (ask.name) {
    case 'policy.show':
      return show(database, ask);
    case 'policy.history':
      return history(database, ask.team);
    case 'policy.draws':
      return drawKeys(database, ask.team);
    case 'policy.check':
      return check(database, ask);
    case 'policy.diff':
      return diff(database, ask);
    case 'policy.publish':
      return ask.team === undefined ? publishTheBase(database, ask, grown) : publishOwn(database, ask, ask.team, grown);
  }
}

type AskOf<Name extends PolicyAsk['name']> = Extract<PolicyAsk, { name: Name }>;

async function show(database: SqlDatabase, ask: AskOf<'policy.show'>): Promise<string> {
  const found =
    ask.number === undefined
      ? await versionInForce(database, ask.team, new Date())
      : await readVersion(database, ask.team, ask.number);
  if (!found)
    throw new CommandRefusal(
      ask.number === undefined ? `No policy is in force in ${ask.team}.` : noSuch(ask.team, ask.number),
    );
  return `${JSON.stringify(found.policy, undefined, 2)}\n`;
}

const noSuch = (of: string, which: number): string => `The policy of ${of} has no version ${which}.`;

async function history(database: SqlDatabase, of: string): Promise<string> {
  const now = new Date();
  const [lines, current, next] = [
    await listVersions(database, of),
    await versionInForce(database, of, now),
    await versionAnnounced(database, of, now),
  ];
  const rows = lines.map(({ number: which, version, inForceFrom, publishedAt, by, note = '' }) => {
    const state = which === current?.number ? 'in force' : which === next?.number ? 'announced' : '';
    return [String(which), version, state, inForceFrom, publishedAt, by, note.replaceAll(/\s+/g, ' ')];
  });
  const all = [['NUMBER', 'VERSION', 'STATE', 'IN FORCE FROM', 'PUBLISHED', 'BY', 'NOTE'], ...rows];
  return all.map((row) => `${row.join('\t')}\n`).join('');
}

/** With these keys anybody can draw again what was drawn under versions that have ended. */
async function drawKeys(database: SqlDatabase, of: string): Promise<string> {
  const keys = await endedDrawKeys(database, of, new Date());
  const rows = [['NUMBER', 'VERSION', 'KEY'], ...keys.map((one) => [String(one.number), one.version, one.key])];
  return rows.map((row) => `${row.join('\t')}\n`).join('');
}

/** Checks a policy by itself, where no database is named. Throws a `Refusal` with every reason. */
export function checkAlone(said: string): string {
  const checked = publishable(parsed(said), { today: new Date().toISOString().slice(0, 10) });
  if (checked.problems) throw refusal(checked.problems);
  return 'It could be published.\n';
}

async function check(database: SqlDatabase, ask: AskOf<'policy.check'>): Promise<string> {
  const base = (await readBase(database))?.policy;
  const checked = publishable(parsed(ask.text), await underOf(database, ask.team, base, new Date()));
  if (checked.problems) throw refusal(checked.problems);
  return `It could be published in ${ask.team}.\n`;
}

async function diff(database: SqlDatabase, { team: of, from, to, text: said }: AskOf<'policy.diff'>): Promise<string> {
  const before = from === undefined ? await newestVersion(database, of) : await readVersion(database, of, from);
  if (from !== undefined && !before) throw new CommandRefusal(noSuch(of, from));
  const after = said === undefined ? await secondOf(database, of, to, before) : (parsed(said) as Policy);
  const lines = policyDifferences((said === undefined ? before?.policy : before?.own) ?? {}, after ?? {});
  return lines.length > 0 ? lines.map((line) => `${line}\n`).join('') : 'Nothing differs.\n';
}

async function secondOf(
  database: SqlDatabase,
  of: string,
  to: number | undefined,
  before: PolicyVersion | undefined,
): Promise<Policy | undefined> {
  const found = to === undefined ? await newestVersion(database, of) : await readVersion(database, of, to);
  if (!found) throw new CommandRefusal(to === undefined ? `There is no policy in ${of}.` : noSuch(of, to));
  return found.number === before?.number ? before.policy : found.policy;
}

async function publishOwn(
  database: SqlDatabase,
  { text: said, note, onto }: AskOf<'policy.publish'>,
  of: string,
  grown: Grown,
): Promise<string> {
  const over = onto ?? (await newestVersion(database, of))?.number ?? 0;
  const publisher = { team: of, authid: OPERATOR, now: new Date() };
  const done = await publish(database, publisher, { value: parsed(said), note, onto: over });
  if (done.kind === 'refused') throw refusal(done.problems);
  if (done.kind === 'moved')
    throw new CommandRefusal(
      `${done.theirs ? `${done.theirs.by} published version ${done.theirs.number} (“${done.theirs.version}”) meanwhile` : `There is no version ${over}`}. ` +
        `Nothing was published. See what differs: policy diff --team ${of} --from ${over || 1}`,
    );
  grown(of, done.sequence);
  const { number: which, version, inForceFrom } = done.version;
  return `Published version ${which} (“${version}”) in ${of}, in force from ${inForceFrom}.\n`;
}

async function publishTheBase(
  database: SqlDatabase,
  { text: said, note }: AskOf<'policy.publish'>,
  grown: Grown,
): Promise<string> {
  const done = await publishBase(database, parsed(said), note, new Date());
  if (done.kind === 'refused') throw refusal(done.problems, done.team);
  for (const { team: of, sequence } of done.teams) grown(of, sequence);
  const teams = done.teams.map(({ team: of, number: which }) => `  ${of}: version ${which}\n`).join('');
  return `Published version ${done.number} of the base policy.\n${teams}`;
}

function parsed(said: string): unknown {
  if (said.length > LONGEST_POLICY) throw new CommandRefusal('The policy is too large.');
  try {
    return JSON.parse(said);
  } catch (error) {
    if (error instanceof SyntaxError) throw new CommandRefusal(`The policy is not JSON: ${error.message}.`);
    throw error;
  }
}

/** Every reason at once. */
const refusal = (problems: readonly PublishProblem[], of?: string): CommandRefusal =>
  new CommandRefusal(
    [`${of ? `In ${of} it` : 'It'} cannot be published:`, ...problems.map((one) => `  ${problemWords(one)}`)].join(
      '\n',
    ),
  );
