/** A team under a policy, with texts, people and what they send by hand: for the tests of what the collector refuses. */
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import type { App } from '../../../../collector/http/parts.ts';
import type { Role, Verdict } from '../../../../lib/domain/codes.ts';
import type { InProcess } from '../../../../lib/domain/decision/approval.ts';
import type { DecisionContent } from '../../../../lib/domain/decision/decision.ts';
import { type FactsOf, makeEvent } from '../../../../lib/domain/events/event.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { type Client, clientOf, newSource, newTeam, outcomes } from '../fixtures.ts';
import { governedApp } from './policies.ts';

export const HOUR_MS = 3_600_000;

/** Makes an event, from an installation and at a time. */
type Make = (source: string, at: Date) => Promise<object>;

type Passing = FactsOf<'countersign.gate.overridden.v1'>;

/** One team; each person has one installation. `now` is the collector's clock. */
export class Team {
  readonly name: string;
  now = new Date();
  readonly #database: SqlDatabase;
  #app: App | undefined;
  readonly #people = new Map<string, { client: Client; source: string }>();
  #texts = 0;
  readonly #words = new Map<string, string>();
  /** Ids of decisions, as they were made. */
  readonly decisions: string[] = [];

  constructor(database: SqlDatabase, name = newTeam()) {
    this.#database = database;
    this.name = name;
  }

  /** The same team at another collector, by the same clock. */
  beside(database: SqlDatabase): Team {
    const team = new Team(database, this.name);
    team.now = this.now;
    return team;
  }

  async app(): Promise<App> {
    this.#app ??= await governedApp(this.#database, () => this.now);
    return this.#app;
  }

  async #person(subject: string, role: Role) {
    const key = `${subject} ${role}`;
    const known = this.#people.get(key);
    if (known) return known;
    const client = await clientOf(await this.app(), this.#database, this.name, role, subject);
    const made = { client, source: newSource() };
    this.#people.set(key, made);
    return made;
  }

  client = async (subject: string, role: Role): Promise<Client> => (await this.#person(subject, role)).client;

  /** What becomes of an event that a person sends by hand. */
  send = async (subject: string, role: Role, make: Make): Promise<string | undefined> =>
    (await this.sendAll(subject, role, [make]))[0];

  /** Of several in one request. */
  async sendAll(subject: string, role: Role, makes: readonly Make[]): Promise<string[]> {
    if (makes.length === 0) return [];
    const { client, source } = await this.#person(subject, role);
    return outcomes(await client.push(await Promise.all(makes.map((make) => make(source, this.now)))));
  }

  /** A new text, as a person's browser saw it on a page. Its hash. */
  text = async (by: string, host: string, role: Role = 'reporter'): Promise<string> =>
    (await this.texts(by, host, 1, role))[0] ?? '';

  /** So many new ones in one request. */
  async texts(by: string, host: string, count: number, role: Role = 'reporter'): Promise<string[]> {
    const texts = Array.from({ length: count }, () => `Text ${++this.#texts} of ${this.name}.`);
    const hashes = texts.map((text) => addressOf({ text }));
    for (const [at, hash] of hashes.entries()) this.#words.set(hash, texts[at] ?? '');
    await this.sendAll(
      by,
      role,
      hashes.map((hash) => this.#sighting(by, host, hash)),
    );
    return hashes;
  }

  /** The same texts as they came up for somebody else, in a conversation of their own. */
  seenAgain = (by: string, host: string, ...hashes: string[]): Promise<string[]> =>
    this.sendAll(
      by,
      'reporter',
      hashes.map((hash) => this.#sighting(by, host, hash)),
    );

  seen = (by: string, host: string, hash: string, text: string, role: Role = 'reporter'): Promise<string | undefined> =>
    this.send(by, role, sighting(by, host, hash, text));

  #sighting = (by: string, host: string, hash: string): Make => sighting(by, host, hash, this.#words.get(hash) ?? '');

  decide = (by: string, role: Role, ...[hash, ...said]: Parameters<Team['decision']>): Promise<string | undefined> =>
    this.send(by, role, this.decision(hash, ...said));

  /** A decision that is to be sent. */
  decision(hash: string, verdict: Verdict, inProcess?: Partial<InProcess>, content: DecisionContent = {}): Make {
    const process = { processId: 'plain', policyVersion: 'v1', textHash: hash, answered: [], left: [], ...inProcess };
    const facts = { decisionId: newId(), verdict, reportIds: [], ...(inProcess ? { inProcess: process } : {}) };
    const said = { ...NEEDED[verdict], ...content };
    this.decisions.push(facts.decisionId);
    return (source, now) => makeEvent('countersign.decision.made.v1', source, hash, facts, said, now);
  }

  /** Takes a decision back: the last one, where none is named. */
  takeBack(
    by: string,
    role: Role,
    hash: string,
    decisionId = this.decisions.at(-1) ?? '',
  ): Promise<string | undefined> {
    return this.send(by, role, (source, now) =>
      makeEvent('countersign.decision.withdrawn.v1', source, hash, { decisionId }, undefined, now),
    );
  }

  pass(by: string, role: Role, hash: string, more: Partial<Passing> = {}): Promise<string | undefined> {
    const facts: Passing = {
      ...{ exceptionId: newId(), kind: 'override', processId: 'plain', policyVersion: 'v1', textHash: hash },
      until: new Date(this.now.getTime() + HOUR_MS).toISOString(),
      ...more,
    };
    return this.send(by, role, (source, now) =>
      makeEvent('countersign.gate.overridden.v1', source, hash, facts, { reason: 'the customer waits' }, now),
    );
  }

  async request(
    by: string,
    hash: string,
    kind: 'approval' | 'exception',
    processId = 'plain',
    policyVersion = 'v1',
    textHash = hash,
    role: Role = 'reporter',
  ) {
    const requestId = newId();
    const facts = { requestId, kind, processId, policyVersion, textHash };
    const outcome = await this.send(by, role, (source, now) =>
      makeEvent('countersign.approval.requested.v1', source, hash, facts, {}, now),
    );
    return { requestId, outcome };
  }

  delegate(from: string, to: string, since: Date, until: Date, delegationId = newId(), role: Role = 'reviewer') {
    const facts = { delegationId, to, since: since.toISOString(), until: until.toISOString() };
    return this.send(from, role, (source, now) =>
      makeEvent(
        'countersign.delegation.made.v1',
        source,
        `urn:countersign:delegation:${delegationId}`,
        facts,
        undefined,
        now,
      ),
    );
  }
}

const sighting =
  (by: string, host: string, hash: string, text: string): Make =>
  (source, now) => {
    const at = now.toISOString();
    const trace = {
      ...{ tool: 'chatgpt', toolName: 'ChatGPT', pageUrl: `https://${host}/c/${by}`, citations: [], evidence: [] },
      ...{ startedAt: at, completedAt: at, characters: 1 },
    };
    return makeEvent(
      'countersign.output.seen.v1',
      source,
      hash,
      { outputId: `chatgpt:c:${hash}`, trace },
      { text },
      now,
    );
  };

export const CORRECTED = 'The corrected text.';
const NEEDED: Record<Verdict, DecisionContent> = {
  approve: {},
  approve_with_notes: { note: 'a note' },
  modify: { correctedText: CORRECTED },
  block: { note: 'wrong' },
  escalate: { note: 'for legal' },
};
