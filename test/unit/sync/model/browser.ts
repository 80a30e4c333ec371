/** A browser with the real engine and the real database, whose worker can be killed at any step and whose disk can be full. */
import type { DBCore, DBCoreTable } from 'dexie';
import { EVERYTHING } from '../../../../lib/domain/events/filter.ts';
import { installationSource } from '../../../../lib/domain/ids.ts';
import { Database, type TargetRow } from '../../../../lib/store/db.ts';
import { createEngine, type Engine } from '../../../../lib/sync/round/engine.ts';
import { move } from '../../../../lib/sync/states.ts';
import { targetById } from '../../../../lib/sync/targets/index.ts';
import { createLocks } from './locks.ts';
import type { Network } from './network.ts';

/** One life of a worker: from start to being killed. */
class Life {
  steps = 0;
  lastStep = Number.POSITIVE_INFINITY;
  full = false;

  /** Everything that waits for something goes through here. */
  step(): void {
    this.steps += 1;
    if (this.dead) throw new Error('the worker was killed');
  }

  get dead(): boolean {
    return this.steps > this.lastStep;
  }

  store(): void {
    if (this.full) throw new DOMException('the disk is full', 'QuotaExceededError');
  }
}

function mortal(core: DBCore, life: Life): DBCore {
  const stepping =
    <Q, R>(ask: (request: Q) => R) =>
    (request: Q): R => {
      life.step();
      return ask(request);
    };
  const watched = (table: DBCoreTable): DBCoreTable => ({
    ...table,
    mutate: (request) => {
      life.step();
      if (request.type === 'add' || request.type === 'put') life.store();
      return table.mutate(request);
    },
    get: stepping((request) => table.get(request)),
    getMany: stepping((request) => table.getMany(request)),
    query: stepping((request) => table.query(request)),
    count: stepping((request) => table.count(request)),
    openCursor: stepping((request) => table.openCursor(request)),
  });
  return { ...core, table: (name) => watched(core.table(name)) };
}

export class ModelBrowser {
  readonly source: string;
  readonly #name: string;
  readonly #network: Network;
  readonly #clock: { now: number };
  readonly #random: () => number;
  skewMs = 0;
  full = false;
  token: string;
  life = new Life();
  db: Database;
  engine: Engine;

  constructor(run: string, index: number, network: Network, clock: { now: number }, random: () => number) {
    this.source = installationSource(`00000000-0000-4000-8000-${String(index + 10).padStart(12, '0')}`);
    this.#name = `${run}-${index}`;
    this.#network = network;
    this.#clock = clock;
    this.#random = random;
    this.token = `token-${index}-0`;
    this.db = new Database(this.#name);
    this.engine = this.#start();
  }

  /** This browser's own idea of the time. */
  now = (): number => this.#clock.now + this.skewMs;

  #start(): Engine {
    const life = new Life();
    life.full = this.full;
    this.life = life;
    this.db = new Database(this.#name);
    this.db.use({ stack: 'dbcore', name: 'mortal', create: (core) => mortal(core, life) });
    return createEngine({
      db: this.db,
      locks: createLocks(),
      targetOf: targetById,
      world: {
        fetch: async (...request) => {
          life.step();
          const response = await this.#network.fetch(...request);
          life.step();
          return response;
        },
        now: this.now,
        say: (key) => key,
      },
      random: this.#random,
      changed: async () => life.step(),
    });
  }

  async connect(): Promise<void> {
    const row: TargetRow = {
      targetId: 'collector',
      kind: 'collector',
      settings: { address: 'https://collector.example', token: this.token },
      filter: EVERYTHING,
      addedAt: new Date(this.now()).toISOString(),
      cursor: '0'.repeat(16),
      state: 'idle',
      attempts: 0,
    };
    const settings = { address: 'https://sink.example/events', mode: 'batch', words: false };
    await this.db.targets.bulkAdd([row, { ...row, targetId: 'sink', kind: 'cloudevents', settings, cursor: '' }]);
  }

  setFull(full: boolean): void {
    this.full = full;
    this.life.full = full;
  }

  /** A new token from the admin, entered in the options page. */
  async renew(): Promise<void> {
    const [base, turn] = [this.token.replace(/\d+$/, ''), Number(/\d+$/.exec(this.token)?.[0])];
    const token = `${base}${turn + 1}`;
    await this.engine.between('collector', async () => {
      await this.db.targets.where({ targetId: 'collector' }).modify((row) => {
        row.settings = { ...row.settings, token };
        row.state = move(row.state, 'changed');
        delete row.retryAt;
      });
    });
    // Only now: with a full disk it was not stored, and has to be entered again.
    this.token = token;
  }

  /**
   * Does something that may be cut off: by being killed after some steps, or by a full disk. Answers whether it was
   * done. A worker that was killed is started again.
   */
  async attempt(work: () => Promise<unknown>, steps = Number.POSITIVE_INFINITY): Promise<boolean> {
    this.life.steps = 0;
    this.life.lastStep = steps;
    let done = false;
    try {
      await work();
      done = !this.life.dead;
    } catch (error) {
      if (!(this.life.dead || this.full)) throw error;
    }
    if (this.life.dead) {
      this.db.close();
      this.engine = this.#start();
    }
    this.life.lastStep = Number.POSITIVE_INFINITY;
    return done;
  }
}
