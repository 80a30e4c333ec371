/** The one SQL layer: what the collector asks of a database, whichever stands behind it. */

/** Runs statements. Rows come as objects; the caller names their shape, since only it knows the statement. */
export interface Queries {
  /** One statement with `$1` parameters. Rejects with `DatabaseError` for whatever the database does. */
  query<Row extends object>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
}

/** The way in which collectors on one database tell each other that logs have grown. Nothing is lost where it fails: only time. */
export interface News {
  /** Tells every process that has subscribed, this one too. */
  notify(messages: readonly string[]): Promise<void>;
  /** Hears what processes tell. Answers with what stops that. */
  subscribe(subscriber: Subscriber): Promise<() => Promise<void>>;
  /** How often the database is asked as well, since what is told may not arrive. Not at all where nobody else can write to it. */
  pollMs?: number;
}

export interface SqlDatabase extends Queries, News {
  /** Runs `work` in one transaction: all of it is committed when the promise resolves, nothing when it rejects. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
  /** Bytes that are free where it is stored, where this process can tell. */
  free?(): number;
}

export interface Subscriber {
  message(text: string): void;
  /** The connection was lost and is there again: messages between were not heard. */
  reconnected(): void;
  error(error: unknown): void;
}

/** A database that failed or could not be reached. Its cause may quote content, so it is never shown or logged whole. */
export class DatabaseError extends Error {
  /** SQLSTATE or system error code, safe to log. */
  readonly code: string;

  constructor(cause: unknown) {
    super('The database failed or could not be reached.', { cause });
    this.name = 'DatabaseError';
    this.code = codeOf(cause);
  }
}

/** The disk of the database is full, or nearly so: nothing is written, and what is there can be read. */
export class StorageFull extends DatabaseError {
  constructor() {
    super(Object.assign(new Error('The disk is full'), { code: STORAGE_FULL }));
    this.name = 'StorageFull';
  }
}

/** SQLSTATE `disk_full`, as PostgreSQL itself says it. */
export const STORAGE_FULL = '53100';

/** What the driver says, without a code, of a connection that is lost or never came. */
const CONNECTION_GONE =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout)/;
/** SQLSTATE `connection_failure`. */
const CONNECTION_FAILURE = '08006';

function codeOf(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null) return 'unknown';
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error && CONNECTION_GONE.test(cause.message) ? CONNECTION_FAILURE : 'unknown';
}

/** Runs one step against the database and gives its failures their one name. */
export async function asDatabaseError<Result>(step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    throw error instanceof DatabaseError ? error : new DatabaseError(error);
  }
}

/** One step of the database's form. */
export interface Migration {
  version: number;
  /** Statements, and work on rows that SQL alone cannot do, in order and in one transaction. */
  steps: readonly (string | ((queries: Queries) => Promise<void>))[];
}
