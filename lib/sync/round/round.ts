/** What a round of one target has at hand. */
import type { SigningJwk } from '../../domain/policy/signed/signed.ts';
import type { Database, TargetRow } from '../../store/db.ts';
import type { OutputRow } from '../../store/rows/output.ts';
import type { PolicyOutcome, Target, World } from '../target.ts';

/** Whoever keeps the policy that comes from a collector. */
export interface PolicyTaker {
  /** The tag of what was taken in last for a team, where it need not be sent again. */
  tag(team: string): Promise<string | undefined>;
  /** What the collector's clock says, where nothing else is new. */
  tellTime(team: string, now: string): Promise<void>;
  /** Looks at what came, and keeps what is good of it. `asked`: whether the keys could be asked for, where they had to be. */
  take(
    team: string,
    came: Extract<PolicyOutcome, { kind: 'policy' }>,
    keys: () => Promise<readonly SigningJwk[]>,
    asked: () => boolean,
  ): Promise<void>;
}

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
  /** Takes in the policy of the team's collector. */
  policies?: PolicyTaker;
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
