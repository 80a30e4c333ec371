/** What a round of one target has at hand. */
import type { Database, TargetRow } from '../../store/db.ts';
import type { OutputRow } from '../../store/rows/output.ts';
import type { Target, World } from '../target.ts';

/** What the engine runs on. The background puts in the browser's own, tests what they can break. */
export interface EngineParts {
  db: Database;
  locks: Pick<LockManager, 'request'>;
  targetOf(kind: string): Target;
  world: Omit<World, 'signal'>;
  /** In [0, 1): spreads the waits of many browsers. */
  random(): number;
  /** Outputs whose rows changed by what others did. */
  changed(rows: OutputRow[]): Promise<void>;
  /** A round that broke off for a fault of ours or of the disk's. */
  failed?(error: unknown): void;
}

/** One round's target, and what it needs. */
export interface Round extends Omit<EngineParts, 'world'> {
  row: TargetRow;
  target: Target;
  world: World;
  /** Something was accepted or pulled: the endpoint works, whatever comes next. */
  progressed: boolean;
}
