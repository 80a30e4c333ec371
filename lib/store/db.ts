/** The database: IndexedDB in the extension's own origin, opened in the background and read by the extension's pages. */
import Dexie, { type Table } from 'dexie';
import type { Role } from '../domain/codes.ts';
import type { Filter } from '../domain/events/filter.ts';
import type { PersonName } from '../domain/people/name.ts';
import type { Session } from '../domain/people/sign-in.ts';
import type { Fingerprinted } from '../domain/reuse/postings.ts';
import type { Learned } from '../tools/learned.ts';
import type { CountedRow } from './rows/counted.ts';
import type { OutboxMark, StoredContent, StoredEvent } from './rows/event.ts';
import type { OutputRow } from './rows/output.ts';
import type { SearchedRow, ShardRow, UnsearchedRow } from './rows/search.ts';
import { STORES_V2 } from './upgrades/v2.ts';
import { toV3 } from './upgrades/v3.ts';
import { STORES_V4 } from './upgrades/v4.ts';
import { STORES_V5, toV5 } from './upgrades/v5.ts';
import { STORES_V6, toV6 } from './upgrades/v6.ts';
import { STORES_V7 } from './upgrades/v7.ts';
import { STORES_V8 } from './upgrades/v8.ts';
import { STORES_V9, toV9 } from './upgrades/v9.ts';
import { STORES_V10 } from './upgrades/v10.ts';
import { STORES_V11, toV11 } from './upgrades/v11.ts';
import { toV12 } from './upgrades/v12.ts';
import { STORES_V13, toV13 } from './upgrades/v13.ts';
import { toV14 } from './upgrades/v14.ts';

/** What a target of some kind needs to be told; its schema stands in `lib/sync/targets/<kind>.ts`. */
export type TargetSettings = Record<string, string | boolean>;

/** The state that a target is in; `lib/sync/states.ts` has the legal moves. */
export type SyncState = 'idle' | 'syncing' | 'waiting' | 'unauthorised' | 'paused';

/** A target's settings and how it goes. Credentials live here, never in `storage.local`. */
export interface TargetRow {
  /** `collector` for the collector, of which there is one; a UUID for others. */
  targetId: string;
  /** Which kind of target, by its file in `lib/sync/targets`. */
  kind: string;
  settings: TargetSettings;
  filter: Filter;
  addedAt: string;
  /** Somebody's sign-in with a company account, in the place of a token. */
  session?: Session;
  /** Managed: what was said of it, so that a change is seen. Nobody changes it here. */
  managed?: string;
  /** Team, subject, name and role of the credentials, where the endpoint says. */
  team?: string;
  subject?: string;
  name?: string;
  role?: Role;
  /** Groups that the company's sign-in says, which the policy may name. */
  groups?: string[];
  /** When this person last signed in themselves, as the collector knows it: a signature asks for it. */
  signedInAt?: string;
  /** When the token ends by itself, where it does. */
  expiresAt?: string;
  /** The tag of the answer that said all that, and of the names of the team's people. */
  standingTag?: string;
  peopleTag?: string;
  /** Last sequence that was pulled; empty where nothing is. */
  cursor: string;
  /** Sequence of the last event of the team's log, as it was told with what was pulled last. */
  end?: string;
  /** The cursor before the first event that this version could not read: a newer one begins there. */
  unreadFrom?: string;
  /** Events a push, as the endpoint has shown that it takes them. */
  batch?: number;
  state: SyncState;
  /** Plain-word code of the last failure, cleared by the next success. */
  problem?: string;
  /** Failures in a row. */
  attempts: number;
  failedAt?: string;
  retryAt?: string;
  lastSyncAt?: string;
  /** When somebody removed it; it is gone for good when the time for undoing that is over. */
  removedAt?: string;
}

/** The first release's stores. A later version declares only what it changes (`upgrades/`). */
export const STORES_V1 = {
  events: 'key, subject',
  contents: 'key, subject',
  outputs: 'hash, outputId, status, updatedAt, *reportIds',
  reports: 'reportId, hash, source, state, updatedAt',
  outbox: '++ordinal, key, [targetId+key], [targetId+state]',
  targets: 'targetId',
};

/** What this browser knows of an origin. Never sent anywhere. */
export interface SiteRow {
  /** Scheme, host and port. */
  origin: string;
  learned?: Learned;
  /** What was there before the last teaching, for its undo. */
  before?: { learned?: Learned; off?: boolean };
  /** True where a person said that no text of this site is AI text. */
  off?: boolean;
  /** Outputs that were found by what was learned, since it was learned. */
  outputs: number;
  /** When a page of it was last read by what was learned. */
  usedAt: string;
}

/** A site that a person has watched, beside the tools that the extension knows. */
export interface WatchRow {
  /** Match pattern of scheme and host, as the browser grants it. */
  pattern: string;
  addedAt: string;
}

/** That an output is in the index by which texts are recognised (`fingerprints.ts`). Gone when its time is over. */
interface FingerprintsRow {
  /** Under which the postings have it. */
  ordinal?: number;
  hash: string;
  /** When the output was first seen, from which on its time runs. */
  at: string;
}

/** Which outputs hold the fingerprints of one bucket: see `lib/domain/reuse/postings.ts`. */
export interface PostingsRow {
  bucket: number;
  postings: Uint32Array;
}

/** The fingerprints of many outputs that came together: they are put into the index together with others. */
interface WaitingRow {
  /** Of the first of them. */
  ordinal: number;
  /** In the order of their ordinals. */
  outputs: Fingerprinted[];
}

/** The tables, by what a row of each is and by its key. */
interface Tables {
  events: Table<StoredEvent, string>;
  contents: Table<StoredContent, string>;
  outputs: Table<OutputRow, string>;
  outbox: Table<OutboxMark, number>;
  targets: Table<TargetRow, string>;
  sites: Table<SiteRow, string>;
  watches: Table<WatchRow, string>;
  fingerprints: Table<FingerprintsRow, number>;
  postings: Table<PostingsRow, number>;
  waiting: Table<WaitingRow, number>;
  people: Table<PersonName, string>;
  unsearched: Table<UnsearchedRow, string>;
  searched: Table<SearchedRow, string>;
  shards: Table<ShardRow, number>;
  counted: Table<CountedRow, string>;
}

/** Dexie gives a database a property for each of its stores when it is made; a class that named them would name them twice. */
const WithTables = Dexie as unknown as new (name: string) => Dexie & Tables;

export class Database extends WithTables {
  constructor(name = 'countersign') {
    super(name);
    // With each declaration the library reads the stores of all before it anew. A version that changes no row stands with the next
    // that does: whoever comes from before gets both.
    this.version(3)
      .stores({ ...STORES_V1, ...STORES_V2 })
      .upgrade(toV3);
    this.version(5)
      .stores({ ...STORES_V4, ...STORES_V5 })
      .upgrade(toV5);
    this.version(6).stores(STORES_V6).upgrade(toV6);
    this.version(9)
      .stores({ ...STORES_V7, ...STORES_V8, ...STORES_V9 })
      .upgrade(toV9);
    this.version(11)
      .stores({ ...STORES_V10, ...STORES_V11 })
      .upgrade(toV11);
    this.version(12).upgrade(toV12);
    this.version(13).stores(STORES_V13).upgrade(toV13);
    this.version(14).upgrade(toV14);
  }
}

export const db = new Database();
