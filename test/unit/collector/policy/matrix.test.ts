/** Role x authorship x process x verb x version of the policy: each combination by a hand-made client, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { type Role, VERDICTS } from '../../../../lib/domain/codes.ts';
import { isGoverned } from '../../../../lib/domain/decision/refused.ts';
import { EVENTS } from '../../../../lib/domain/events/index.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import type { Party } from '../../../../lib/domain/policy/party.ts';
import { type Process, VERBS, type Verb } from '../../../../lib/domain/policy/process.ts';
import { IS_NIGHT } from '../../../nightly.ts';
import { DATABASES_OF_MANY, openFresh } from '../databases.ts';
import { ACTS, type Acting, type ActName, actOf, BY_ROLE_ALONE, ELSEWHERE } from './acts.ts';
import { CORRECTED, HOUR_MS, Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

const ROLES = ['reporter', 'reviewer', 'admin'] as const satisfies Role[];
const AUTHORSHIPS = ['nobody’s', 'own', 'written along', 'edited'] as const;
/** Of what lets no text go, nobody asks who wrote along. */
const WHOSE = AUTHORSHIPS.slice(0, 2);
const lets = (act: ActName): boolean => actOf(act).saysYes === true || actOf(act).kind !== undefined;
const VERSIONS = ['v1', 'v2'] as const;
const ACT_NAMES = Object.keys(ACTS) as ActName[];
type Version = (typeof VERSIONS)[number];

test('no verb of the policy, no verdict, no way past the gate and no type that the policy has a say in is left out', () => {
  const acts = ACT_NAMES.map(actOf);
  expect([...new Set(acts.flatMap(({ verb }) => verb ?? []))].sort()).toEqual([...VERBS].sort());
  expect(acts.flatMap(({ verdict }) => verdict ?? []).sort()).toEqual([...VERDICTS].sort());
  expect(acts.flatMap(({ kind }) => kind ?? []).sort()).toEqual(['bypass', 'exception', 'override']);
  const sent = EVENTS.filter(({ sentBy }) => sentBy.length > 0).map(({ type }) => type);
  const told = [...new Set(acts.map(({ type }) => type)), ...BY_ROLE_ALONE, ...Object.keys(ELSEWHERE)];
  expect([...sent].sort()).toEqual([...told].sort());
  expect(BY_ROLE_ALONE.filter((type) => isGoverned({ type } as never))).toEqual([]);
});

const at = (id: string, more: Partial<Process> = {}): Process =>
  faq({ id, applies: { addresses: [`${id}.example`] }, ...more });
/** Every verb for the same people. */
const all = (...parties: Party[]): Process['authority'] => Object.fromEntries(VERBS.map((verb) => [verb, parties]));

interface Rules {
  process: Record<Version, Process>;
  /** Whom of the three roles, all of them Anna, the policy lets do it: in the words of the policy, not of the code that carries it out. */
  may(verb: Verb, role: Role, version: Version): boolean;
}

const byDefault = (verb: Verb, role: Role): boolean => verb === 'override' || role !== 'reporter';
const PROCESSES: Record<string, Rules> = {
  plain: {
    process: {
      v1: at('plain'),
      v2: at('plain', { authority: { approve: ['role:admin'], override: ['role:reviewer'], stop: ['role:admin'] } }),
    },
    may: (verb, role, version) => {
      if (version === 'v2' && (verb === 'approve' || verb === 'stop')) return role === 'admin';
      if (version === 'v2' && verb === 'override') return role === 'reviewer';
      return byDefault(verb, role);
    },
  },
  named: {
    process: {
      v1: at('named', { authority: { approve: ['person:anna'], modify: ['person:luca'] } }),
      v2: at('named', { authority: { approve: ['role:desk'], modify: ['role:desk'] } }),
    },
    may: (verb, role, version) => {
      if (verb === 'approve') return true;
      return verb === 'modify' ? version === 'v2' : byDefault(verb, role);
    },
  },
  // Every verb there is, for somebody else and then for her: one that is added is asked for here without a word.
  every: {
    process: { v1: at('every', { authority: all('person:luca') }), v2: at('every', { authority: all('role:desk') }) },
    may: (_, __, version) => version === 'v2',
  },
  designed: {
    process: {
      v1: at('designed', { designers: ['role:designers'] }),
      v2: at('designed', { designers: ['person:anna'] }),
    },
    may: (verb, role) => !['approve', 'modify', 'except'].includes(verb) && byDefault(verb, role),
  },
};
const policy = (version: Version) =>
  policyOf(version, {
    processes: Object.values(PROCESSES).map(({ process }) => process[version]),
    roles: [
      { id: 'desk', name: 'Desk', members: ['person:anna', 'person:olga'] },
      { id: 'designers', name: 'Designers', members: ['person:anna'] },
    ],
  });

interface Cell {
  version: Version;
  processId: string;
}
const allCells = VERSIONS.flatMap((version) =>
  Object.keys(PROCESSES).map((processId): Cell => ({ version, processId })),
);
/** By day each process once, under either version by turns; by night each under both. */
const CELLS = allCells.filter(({ version, processId }) => {
  const isOdd = Object.keys(PROCESSES).indexOf(processId) % 2 === 1;
  return IS_NIGHT || (version === 'v1') === isOdd;
});

describe.each(DATABASES_OF_MANY)('authority on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  const teams = new Map<Version, Team>();
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
    for (const version of VERSIONS) {
      const team = new Team(database);
      teams.set(version, team);
      const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
      expect((await admin.put(policy('v1'), 0)).status).toBe(200);
      if (version === 'v2') expect((await admin.put(policy('v2'), 1)).status).toBe(200);
    }
  });
  afterAll(() => drop?.());

  interface Case {
    team: Team;
    under: { processId: string; policyVersion: Version };
    role: Role;
    authorship: (typeof AUTHORSHIPS)[number];
    act: ActName;
  }

  /**
   * The text that Anna is at, of each case: somebody else's, her own, one that both have made, or somebody else's that she
   * corrected; none where she may not. What is alike of them comes in one request.
   */
  const textsFor = async (team: Team, { processId, policyVersion }: Case['under'], cases: readonly Case[]) => {
    const host = `${processId}.example`;
    const of = (wanted: Case['authorship']) => cases.filter(({ authorship }) => authorship === wanted);
    const made = { anna: of('own'), rita: cases.filter(({ authorship }) => authorship !== 'own') };
    const hashes = new Map<Case, string>();
    for (const [by, theirs] of Object.entries(made)) {
      const texts = await team.texts(by, host, theirs.length);
      for (const [at, one] of theirs.entries()) hashes.set(one, texts[at] ?? '');
    }
    const hashOf = (one: Case) => hashes.get(one) ?? '';
    await team.seenAgain('anna', host, ...of('written along').map(hashOf));
    const textHash = addressOf({ text: CORRECTED });
    const corrected = of('edited').map((one) =>
      team.decision(hashOf(one), 'modify', { processId, policyVersion, textHash }),
    );
    const edited = await team.sendAll('anna', 'admin', corrected);
    expect(new Set(edited).size).toBe(1);
    const left = edited[0] === 'stored' ? cases : cases.filter(({ authorship }) => authorship !== 'edited');
    return left.map((one) => {
      const hash = hashOf(one);
      return { one, text: { hash, textHash: one.authorship === 'edited' ? textHash : hash } };
    });
  };

  const look = async ({ team, under, role, authorship, act: name }: Case, text: { hash: string; textHash: string }) => {
    // Nobody does all of this in a moment: so much at once, the collector answers with 429.
    team.now = new Date(team.now.getTime() + 2_000);
    const act = actOf(name);
    const acting: Acting = { team, by: 'anna', role, under, ...text };
    const isOwn = act.saysYes && authorship !== 'nobody’s';
    const bySender = role !== 'reporter' || act.byReporters === true;
    const byPolicy =
      act.verb === undefined || PROCESSES[under.processId]?.may(act.verb, role, under.policyVersion) === true;
    const outcome = await act.send(acting);
    const wanted = !bySender ? 'refused:role_may_not' : byPolicy && !isOwn ? 'stored' : 'refused:policy_forbids';
    expect(outcome, `${role}, ${authorship}, ${name}`).toBe(wanted);
    if (outcome === 'stored') expect((await act.undo?.(acting)) ?? 'stored', `${name}, undone`).toBe('stored');
  };

  test.each(CELLS)('under $version in $processId', async ({ version, processId }) => {
    const under = { processId, policyVersion: version };
    const team = teams.get(version) as Team;
    const cases = ROLES.flatMap((role) =>
      ACT_NAMES.flatMap((act) =>
        (lets(act) ? AUTHORSHIPS : WHOSE).map((authorship) => ({ team, under, role, authorship, act })),
      ),
    );
    for (const { one, text } of await textsFor(team, under, cases)) await look(one, text);
  });

  test('a stand-in, for every verb: in the place of whoever may, never with a text of either of the two', async () => {
    const team = new Team(database);
    const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
    const away = at('away', { authority: all('person:luca', 'person:olga') });
    expect((await admin.put(policyOf('v1', { processes: [away] }), 0)).status).toBe(200);
    const under = { processId: 'away', policyVersion: 'v1' };
    const outcomes = async (claims: { onBehalfOf?: string }) => {
      const found: [ActName, string, string | undefined][] = [];
      for (const name of ACT_NAMES.filter((one) => actOf(one).verb !== undefined))
        for (const author of ['rita', 'anna', 'luca']) {
          const hash = await team.text(author, 'away.example');
          const acting: Acting = { team, by: 'anna', role: 'reviewer', under, hash, textHash: hash, ...claims };
          const outcome = await actOf(name).send(acting);
          if (outcome === 'stored') await actOf(name).undo?.(acting);
          found.push([name, author, outcome]);
        }
      return found;
    };
    for (const [name, author, outcome] of await outcomes({}))
      expect(outcome, `${name}, ${author}’s, before`).toBe('refused:policy_forbids');
    await team.delegate('luca', 'anna', team.now, new Date(team.now.getTime() + HOUR_MS));
    for (const [name, author, outcome] of await outcomes({ onBehalfOf: 'luca' })) {
      const isOwn = actOf(name).saysYes && author !== 'rita';
      expect(outcome, `${name}, ${author}’s`).toBe(isOwn ? 'refused:policy_forbids' : 'stored');
    }
    // That it is in another's place is said of what says so.
    for (const [name, author, outcome] of await outcomes({}))
      if (actOf(name).verdict) expect(outcome, `${name}, ${author}’s, unsaid`).toBe('refused:policy_forbids');
  });
});
