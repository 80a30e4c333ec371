/** What an app is made of. */
import type { KeyObject } from 'node:crypto';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { SignInOffer } from '../../lib/domain/people/sign-in.ts';
import type { SqlDatabase } from '../database/database.ts';
import type { Log } from '../logger.ts';
import type { SigningKeys } from '../policy/keys.ts';
import type { Live } from './live.ts';
import type { Metrics } from './metrics.ts';
import type { Env, Identify } from './middleware.ts';
import { Problem } from './problem.ts';
import type { Rate } from './rate.ts';

export interface AppParts {
  database: SqlDatabase;
  log: Log;
  version: string;
  live?: Live;
  metrics?: Metrics;
  rate?: Rate;
  /** Finds whose a JWT is, where the company signs people in. */
  signIn?: Identify;
  /** What browsers are told of how to sign in. */
  offer?: SignInOffer;
  /** Signs policies and receipts. Without it none are handed out. */
  keys?: SigningKeys | undefined;
  /** Signs heads. */
  signingKey?: KeyObject | undefined;
  /** For tests of what depends on the time. */
  now?: () => Date;
  /** Milliseconds between the beats of a stream. */
  beatMs?: number;
}

/** The parts of an app, none missing. */
export interface Parts extends AppParts {
  live: Live;
  metrics: Metrics;
  now: () => Date;
  /** Finds whose a token is, of either kind. */
  identify: Identify;
}

export type App = OpenAPIHono<Env>;

/** The keys to sign with. Throws a `Problem` where the collector was started without. */
export function keysOf({ keys }: Pick<Parts, 'keys'>): SigningKeys {
  if (!keys) throw new Problem('no_signing_key', 'The collector has no key to sign with: start it with --keys.');
  return keys;
}
