/** Several collectors on one PostgreSQL under load, one of them killed in the middle: one order, one chain, no loss. */
import { expect, test } from 'vitest';
import { type CountersignEvent, eventKey } from '../../../../lib/domain/events/event.ts';
import { IS_NIGHT } from '../../../nightly.ts';
import { freshPostgres } from '../databases.ts';
import { type Answer, newSource, reportMade, sequence } from '../fixtures.ts';
import { options, runHere, type Serving, serve, tokenFor } from '../processes.ts';

const TEAMS = ['alpha', 'beta'];
const WRITERS = 4;
const ROUNDS = IS_NIGHT ? 100 : 12;
const BATCH = 7;

interface Sent {
  events: CountersignEvent[];
  /** Sequence by key, as first acknowledged. */
  acknowledged: Map<string, string>;
}

/** Sends a batch to one collector, and to the next for as long as none answers: as a browser behind a proxy does. */
async function push(collectors: Serving[], at: number, token: string, events: CountersignEvent[]) {
  for (let attempt = at; ; attempt++) {
    const collector = collectors[attempt % collectors.length];
    if (!collector) throw new Error('no collector');
    try {
      const response = await fetch(`${collector.url}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents-batch+json' },
        body: JSON.stringify(events),
      });
      expect(response.status).toBe(200);
      return ((await response.json()) as Answer['body']).results;
    } catch (error) {
      // Killed: the batch may be stored or not. The other collector knows.
      if (!(error instanceof TypeError) || attempt > at + 10) throw error;
    }
  }
}

async function write(collectors: Serving[], token: string, sent: Sent, writer: number, round: () => void) {
  const source = newSource();
  for (let number = 0; number < ROUNDS; number++) {
    const batch = await Promise.all(Array.from({ length: BATCH }, () => reportMade(source, 'x'.repeat(1_000))));
    sent.events.push(...batch);
    for (const result of await push(collectors, writer + number, token, batch))
      sent.acknowledged.set(eventKey(result), result.sequence ?? '');
    round();
  }
}

async function pullAll({ url }: Serving, token: string): Promise<CountersignEvent[]> {
  const events: CountersignEvent[] = [];
  for (let after = '0', more = true; more; ) {
    const response = await fetch(`${url}/v1/events?after=${after}&limit=1000`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page: Answer['body'] = await response.json();
    events.push(...page.events);
    ({ next: after, more } = page);
  }
  return events;
}

test('three collectors, two teams, eight writers, one kill -9', { timeout: 600_000 }, async () => {
  const { place, drop } = await freshPostgres();
  const { args, env } = options(place);
  const tokens = await Promise.all(TEAMS.map((team) => tokenFor(place, 'ada', 'reporter', team)));
  const collectors = await Promise.all([1, 2, 3].map(() => serve([...args, '--quiet'], env)));
  const sent = TEAMS.map((): Sent => ({ events: [], acknowledged: new Map() }));
  let rounds = 0;
  const verified: ReturnType<typeof runHere>[] = [];
  const round = () => {
    rounds++;
    if (rounds === 40) collectors[0]?.child.kill('SIGKILL');
    // Also while it is written, the log is whole at each moment.
    if (rounds % 30 === 20) verified.push(runHere(['verify', ...args], env));
  };
  await Promise.all(
    TEAMS.flatMap((_, team) =>
      Array.from({ length: WRITERS }, (_unused, writer) =>
        write(collectors, tokens[team] ?? '', sent[team] as Sent, writer, round),
      ),
    ),
  );
  expect(rounds).toBe(TEAMS.length * WRITERS * ROUNDS);
  for (const { code, out } of await Promise.all(verified)) expect([code, out]).toEqual([0, expect.any(String)]);
  expect(verified.length).toBeGreaterThan(2);
  for (const [team, { events, acknowledged }] of sent.entries()) {
    const seen = await Promise.all(collectors.slice(1).map((collector) => pullAll(collector, tokens[team] ?? '')));
    const [stored, again] = seen;
    expect(again).toEqual(stored);
    expect(stored?.map((event) => event.sequence)).toEqual(events.map((_, index) => sequence(index + 1)));
    const numbers = new Map(stored?.map((event) => [eventKey(event), event.sequence]));
    expect(numbers).toEqual(new Map([...numbers].map(([key]) => [key, acknowledged.get(key)])));
    expect([...numbers.keys()].sort()).toEqual(events.map(eventKey).sort());
  }
  expect(await runHere(['verify', ...args], env)).toMatchObject({ code: 0, err: '' });
  for (const { child, ended } of collectors.slice(1)) {
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
  }
  await drop();
});
