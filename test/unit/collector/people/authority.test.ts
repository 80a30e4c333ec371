/** Who may send what: roles, and whose a report is. On both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { sha256 } from '../../../../lib/domain/output/hash.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import * as make from '../fixtures.ts';

const { newSource, newTeam, outcomes, reportAmended, reportIdOf, reportMade, reportWithdrawn } = make;

describe.each(DATABASES_OF_MANY)('authority on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  let app: App;
  const source = newSource();
  const clientOf = (team: string, role: 'reporter' | 'reviewer' | 'admin', subject?: string) =>
    make.clientOf(app, database, team, role, subject);

  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    app = make.appOf(database);
  });
  afterAll(async () => {
    await drop?.();
  });

  test('a reporter may not decide; a reviewer and an admin may', async () => {
    const team = newTeam();
    const decide = async (role: 'reporter' | 'reviewer' | 'admin') =>
      outcomes(await (await clientOf(team, role)).push([await make.decisionMade(source)]));
    expect(await decide('reporter')).toEqual(['refused:role_may_not']);
    expect(await decide('reviewer')).toEqual(['stored']);
    expect(await decide('admin')).toEqual(['stored']);
  });

  // Only administrators could hand these in, because the list of who may named no such noun.
  test('whoever looked at a source may say so', async () => {
    const look = await make.citationChecked(source);
    for (const role of ['reporter', 'reviewer', 'admin'] as const)
      expect(outcomes(await (await clientOf(newTeam(), role)).push([look]))).toEqual(['stored']);
  });

  test('what was stored stays a duplicate for somebody who has lost the role since', async () => {
    const team = newTeam();
    const decision = await make.decisionMade(source);
    await (await clientOf(team, 'reviewer', 'ada')).push([decision]);
    expect(outcomes(await (await clientOf(team, 'reporter', 'ada')).push([decision]))).toEqual(['duplicate']);
  });

  test('its author amends and withdraws a report, in the same batch and later', async () => {
    const client = await clientOf(newTeam(), 'reporter');
    const made = await reportMade(source);
    const reportId = reportIdOf(made);
    expect(outcomes(await client.push([made, await reportAmended(source, reportId)]))).toEqual(['stored', 'stored']);
    expect(outcomes(await client.push([await reportWithdrawn(source, reportId)]))).toEqual(['stored']);
  });

  test('nobody else changes a report: another person, another installation, or by making it again', async () => {
    const team = newTeam();
    const ada = await clientOf(team, 'reporter', 'ada');
    const eve = await clientOf(team, 'admin', 'eve');
    const made = await reportMade(source);
    const reportId = reportIdOf(made);
    await ada.push([made]);
    const changes = [
      await reportAmended(source, reportId),
      await reportWithdrawn(source, reportId),
      await reportMade(source, 'again', reportId),
    ];
    expect(outcomes(await eve.push(changes))).toEqual(changes.map(() => 'refused:not_yours'));
    expect(outcomes(await ada.push([await reportWithdrawn(newSource(), reportId)]))).toEqual(['refused:not_yours']);
    expect((await ada.pull()).body.events).toHaveLength(1);
  });

  test('a change before its report, of another output, or of another team’s report is of an unknown report', async () => {
    const [ours, theirs] = [await clientOf(newTeam(), 'reporter'), await clientOf(newTeam(), 'reporter')];
    const made = await reportMade(source);
    const reportId = reportIdOf(made);
    const withdrawn = await reportWithdrawn(source, reportId);
    expect(outcomes(await ours.push([withdrawn, made]))).toEqual(['refused:unknown_report', 'stored']);
    const elsewhere = await reportAmended(source, reportId, await sha256('another output'));
    expect(outcomes(await ours.push([elsewhere]))).toEqual(['refused:unknown_report']);
    expect(outcomes(await theirs.push([withdrawn, await reportAmended(source, newId())]))).toEqual([
      'refused:unknown_report',
      'refused:unknown_report',
    ]);
  });

  test('whoever decided takes it back, in the same request and later; nobody else does, and nothing that is not there', async () => {
    const team = newTeam();
    const ada = await clientOf(team, 'reviewer', 'ada');
    const eve = await clientOf(team, 'admin', 'eve');
    const [first, second] = [await make.decisionMade(source), await make.decisionMade(source)];
    const back = await make.decisionWithdrawn(source, second);
    expect(outcomes(await ada.push([first, second, back]))).toEqual(['stored', 'stored', 'stored']);
    expect(outcomes(await eve.push([await make.decisionWithdrawn(source, first)]))).toEqual(['refused:not_yours']);
    expect(outcomes(await ada.push([await make.decisionWithdrawn(newSource(), first)]))).toEqual(['refused:not_yours']);
    const reporter = await clientOf(team, 'reporter', 'ada');
    expect(outcomes(await reporter.push([await make.decisionWithdrawn(source, first)]))).toEqual([
      'refused:role_may_not',
    ]);
    const elsewhere = await make.decisionWithdrawn(source, first, await sha256('another output'));
    expect(outcomes(await ada.push([elsewhere]))).toEqual(['refused:unknown_decision']);
    expect(outcomes(await ada.push([await make.decisionWithdrawn(source, first)]))).toEqual(['stored']);
  });
});
