/** A report is disputed by whoever made it, where it was declined, and once; whatever a browser thinks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import type { CountersignEvent } from '../../../../lib/domain/events/event.ts';
import { amended, decided, decisionWithdrawn, disputed, made, seen } from '../../domain/making.ts';
import { madeInMemory } from '../databases.ts';
import { appOf, clientOf, newTeam } from '../fixtures.ts';

let database: SqlDatabase;
beforeAll(async () => {
  database = await openDatabase(await madeInMemory());
});
afterAll(() => database.close());

async function team() {
  const [app, name] = [appOf(database), newTeam()];
  const [reporter, lead] = [
    await clientOf(app, database, name, 'reporter', 'anna'),
    await clientOf(app, database, name, 'reviewer', 'luca'),
  ];
  const by = (client: typeof reporter) => async (events: CountersignEvent[]) => {
    const { body } = await client.push(events);
    return (body.results as { outcome: string; problem?: { code: string } }[]).map(
      ({ outcome, problem }) => problem?.code ?? outcome,
    );
  };
  return { reports: by(reporter), decides: by(lead) };
}

test('declined, disputed, declined again: the second dispute is refused, also within one request', async () => {
  const { reports, decides } = await team();
  expect(await reports([await seen(), await made(1), await disputed(1)])).toEqual(['stored', 'stored', 'not_declined']);
  expect(await decides([await decided('approve', [1])])).toEqual(['stored']);
  expect(await decides([await disputed(1)])).toEqual(['not_yours']);
  expect(await reports([await disputed(2)])).toEqual(['unknown_report']);
  expect(await reports([await disputed(1), await disputed(1)])).toEqual(['stored', 'disputed_already']);
  expect(await decides([await decided('approve', [1], 2)])).toEqual(['stored']);
  expect(await reports([await disputed(1)])).toEqual(['disputed_already']);
});

test('changed after it was declined, it was disputed; not where the decline was taken back', async () => {
  const { reports, decides } = await team();
  await reports([await seen(), await made(1)]);
  await decides([await decided('approve', [1])]);
  expect(await reports([await amended(1)])).toEqual(['stored']);
  await decides([await decided('approve', [1], 2)]);
  expect(await reports([await disputed(1)])).toEqual(['disputed_already']);

  const other = await team();
  await other.reports([await seen(), await made(1)]);
  await other.decides([await decided('approve', [1])]);
  await other.reports([await amended(1)]);
  await other.decides([await decisionWithdrawn(), await decided('approve', [1], 2)]);
  expect(await other.reports([await disputed(1)])).toEqual(['stored']);
});

test('a decline that was taken back, and a block, are nothing to dispute', async () => {
  const { reports, decides } = await team();
  await reports([await seen(), await made(1)]);
  expect(await decides([await decided('approve', [1]), await decisionWithdrawn()])).toEqual(['stored', 'stored']);
  expect(await reports([await disputed(1)])).toEqual(['not_declined']);
  expect(await decides([await decided('block', [1], 2)])).toEqual(['stored']);
  expect(await reports([await disputed(1)])).toEqual(['not_declined']);
});
