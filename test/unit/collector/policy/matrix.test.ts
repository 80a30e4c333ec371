/** Role x authorship x process x verb x version of the policy: each combination by a hand-made client, on both databases. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { Role } from '../../../../lib/domain/codes.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { DATABASES, openFresh } from '../databases.ts';
import { CORRECTED, Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

const ROLES = ['reporter', 'reviewer', 'admin'] as const satisfies Role[];
const AUTHORSHIPS = ['nobody’s', 'own', 'edited'] as const;
const VERSIONS = ['v1', 'v2'] as const;
const VERBS = ['approve', 'modify', 'block', 'escalate', 'override', 'except'] as const;
type Verb = (typeof VERBS)[number];
type Version = (typeof VERSIONS)[number];

const at = (id: string, more: Partial<Process> = {}): Process =>
  faq({ id, applies: { addresses: [`${id}.example`] }, ...more });

/** Who of the three roles may do what, in the words of the policies below, not of the code that carries them out. */
const PROCESSES: Record<
  string,
  { process: Record<Version, Process>; may(verb: Verb, role: Role, version: Version): boolean }
> = {
  plain: {
    process: {
      v1: at('plain'),
      v2: at('plain', { authority: { approve: ['role:admin'], override: ['role:reviewer'] } }),
    },
    may: (verb, role, version) => {
      if (version === 'v2' && verb === 'approve') return role === 'admin';
      if (version === 'v2' && verb === 'override') return role === 'reviewer';
      return verb === 'override' || role !== 'reporter';
    },
  },
  named: {
    process: {
      v1: at('named', { authority: { approve: ['person:anna'], modify: ['person:luca'] } }),
      v2: at('named', { authority: { approve: ['role:desk'], modify: ['role:desk'] } }),
    },
    may: (verb, role, version) => {
      if (verb === 'modify') return version === 'v2' && role !== 'reporter';
      // A decision comes from a reviewer or an admin only, whoever the policy names.
      return verb === 'override' || role !== 'reporter';
    },
  },
  designed: {
    process: {
      v1: at('designed', { designers: ['role:designers'] }),
      v2: at('designed', { designers: ['person:anna'] }),
    },
    may: (verb, role) => {
      if (verb === 'override') return true;
      return (verb === 'block' || verb === 'escalate') && role !== 'reporter';
    },
  },
};
const policy = (version: Version) =>
  policyOf(version, {
    processes: Object.values(PROCESSES).map(({ process }) => process[version]),
    roles: [
      { id: 'desk', name: 'Desk', members: ['person:anna'] },
      { id: 'designers', name: 'Designers', members: ['person:anna'] },
    ],
  });
const SAYS_YES: readonly Verb[] = ['approve', 'modify', 'except'];

describe.each(DATABASES)('authority on $name', ({ fresh }) => {
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
    under: { processId: string; policyVersion: string };
    role: Role;
    authorship: (typeof AUTHORSHIPS)[number];
    verb: Verb;
  }

  const act = async ({ team, under, role, verb }: Case, hash: string, textHash: string) => {
    if (verb === 'override') return team.pass('anna', role, hash, { ...under, textHash });
    if (verb === 'except') {
      const { requestId } = await team.request('rita', hash, 'exception', under.processId, under.policyVersion);
      return team.pass('anna', role, hash, { ...under, kind: 'exception', requestId });
    }
    const corrected = verb === 'modify' ? { textHash: addressOf({ text: CORRECTED }) } : { textHash };
    return team.decide('anna', role, hash, verb, { ...under, ...corrected });
  };

  /** The text that Anna is at: somebody else's, her own, or somebody else's that she corrected before, where she may. */
  const textFor = async ({ team, under, authorship }: Case) => {
    const hash = await team.text(authorship === 'own' ? 'anna' : 'rita', `${under.processId}.example`);
    if (authorship !== 'edited') return { hash, textHash: hash };
    const textHash = addressOf({ text: CORRECTED });
    const done = await team.decide('anna', 'admin', hash, 'modify', { ...under, textHash });
    return done === 'stored' ? { hash, textHash } : undefined;
  };

  const look = async (one: Case) => {
    const { under, role, authorship, verb } = one;
    const text = await textFor(one);
    if (!text) return;
    const isOwn = authorship === 'own' || (authorship === 'edited' && verb === 'approve');
    const may = PROCESSES[under.processId]?.may(verb, role, under.policyVersion as Version) ?? false;
    const outcome = await act(one, text.hash, text.textHash);
    const refused = ['refused:policy_forbids', ...(role === 'reporter' ? ['refused:role_may_not'] : [])];
    const wanted = may && !(isOwn && SAYS_YES.includes(verb)) ? ['stored'] : refused;
    expect(wanted, `${role}, ${authorship}, ${verb}`).toContain(outcome);
  };

  test.each(VERSIONS.flatMap((version) => Object.keys(PROCESSES).map((processId) => ({ version, processId }))))(
    'under $version in $processId',
    async ({ version, processId }) => {
      const under = { processId, policyVersion: version };
      const team = teams.get(version) as Team;
      const cases = ROLES.flatMap((role) =>
        AUTHORSHIPS.flatMap((authorship) => VERBS.map((verb): Case => ({ team, under, role, authorship, verb }))),
      );
      // Of a text that was corrected, an approval and an override are of the correction; the rest is of the text as ever.
      const asked = cases.filter(
        ({ authorship, verb }) => authorship !== 'edited' || /^(approve|override)$/.test(verb),
      );
      for (const one of asked) await look(one);
    },
  );
});
