/** What a target is: where events are sent. One file each in `targets/`; the engine knows none of them by name. */
import type { CountersignEvent } from '../domain/event.ts';
import type { EndpointProblem, EndpointTest } from '../messages/replies.ts';
import type { Settled } from '../store/writes.ts';

/** What a target needs to be told. */
export interface TargetSettings {
  endpoint: string;
  token: string;
}

/** The closed set of outcomes. Whatever else happens on the wire, a target turns it into one of these. */
export type PushOutcome =
  | { kind: 'answered'; results: Settled[] }
  | { kind: 'too_large' }
  | { kind: 'retry'; problem: EndpointProblem; afterMs?: number }
  | { kind: 'unauthorised'; problem: EndpointProblem };

export type PullOutcome =
  | { kind: 'page'; events: CountersignEvent[]; cursor: string; more: boolean }
  | { kind: 'retry'; problem: EndpointProblem; afterMs?: number }
  | { kind: 'unauthorised'; problem: EndpointProblem };

export interface Target {
  /** Kebab-case id, also the file name. */
  id: string;
  /** Sends a batch; answers for each event, or for the whole attempt. Never throws for what a server does. */
  push(events: readonly CountersignEvent[], settings: TargetSettings, signal: AbortSignal): Promise<PushOutcome>;
  /** The team's events after a cursor, where the target has any. */
  pull?(cursor: string, settings: TargetSettings, signal: AbortSignal): Promise<PullOutcome>;
  /** Tries the endpoint for the options page. */
  test(settings: TargetSettings, signal: AbortSignal): Promise<EndpointTest>;
}

/** A typed identity, so that a target's file is checked where it is written. */
export const defineTarget = (target: Target): Target => target;
