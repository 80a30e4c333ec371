/** What a target is: where events are sent. One file each in `targets/`; the engine knows none of them by name. */
import type * as z from 'zod';
import type { CountersignEvent } from '../domain/events/event.ts';
import type { Filter } from '../domain/events/filter.ts';
import type { Output } from '../domain/output/output.ts';
import type { PersonName } from '../domain/people/name.ts';
import type { Standing } from '../domain/people/role.ts';
import type { SigningJwk } from '../domain/policy/signed/signed.ts';
import { type FormField, formOf } from './fields.ts';
import type { EndpointProblem, EndpointTest } from './problem.ts';

/** What becomes of an event, or of all that were sent with it. Whatever else happens on the wire is one of these. */
export type Outcome =
  /** There; `sequence`: the order that the collector gave it. That it was there already counts the same. */
  | { kind: 'accepted'; sequence?: string }
  /** Not wanted, and sending the same again would not help. A batch is halved until it is known which event it was. */
  | { kind: 'rejected'; reason: string /** A code for it, where the endpoint has codes. */; code?: string }
  /** To be sent again, not before `afterMs` where the server said so. */
  | { kind: 'retry'; problem: EndpointProblem; afterMs?: number; detail?: string }
  /** Not before somebody changes the settings. */
  | { kind: 'unauthorised'; problem: EndpointProblem; detail?: string };
export type Stop = Extract<Outcome, { kind: 'retry' | 'unauthorised' }>;

/** What is said of something at an address that is not what it should be. */
export const NOT_ONE: Stop = { kind: 'retry', problem: 'not_a_collector' };

/** One outcome for everything that was sent, or one for each event in its order. */
export type Judgement = Outcome | readonly Outcome[];

/** An event to be sent, with the output that it is about as this browser knows it. */
export interface Outgoing {
  event: CountersignEvent;
  output?: Output | undefined;
}

/** A request as it goes over the wire. The preview shows this and nothing else. */
export interface Request {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: string;
}

/** What came back. */
export type Answer =
  | { kind: 'answer'; status: number; body: unknown; text: string; afterMs?: number; tag?: string; saidAt?: string }
  | { kind: 'failed'; problem: EndpointProblem };

/** What a target needs of the world. Tests put in their own. */
export interface World {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now(): number;
  /** A word of the locales by its key (`category.factual`), for targets that people read. */
  say(key: string, ...substitutions: string[]): string;
  signal: AbortSignal;
}

/**
 * A page of the team's events; `characters`: its length as it came; `unreadable`: how many of it this version does not
 * understand; `end`: the log's last sequence.
 */
export type PullOutcome =
  | {
      kind: 'page';
      events: CountersignEvent[];
      characters: number;
      unreadable: number;
      cursor: string;
      more: boolean;
      end?: string;
    }
  | Stop;

/** What there is to be taken in; `same`: nothing new, and what the collector's clock says; `none`: nothing at all. */
export type PolicyOutcome =
  | { kind: 'policy'; tag: string; now: string; current: string | null; next: string | null }
  | { kind: 'same'; now: string }
  | { kind: 'none' }
  | Stop;

/** What became of a version that somebody wants to publish. The collector's own words, read by whoever shows them. */
export type PublishOutcome =
  | { kind: 'published'; version: unknown }
  | { kind: 'refused'; problems: unknown }
  | { kind: 'moved'; base: unknown; theirs: unknown; current: unknown }
  | Stop;

/** What can be asked of a target that keeps a policy. */
export interface Policies {
  /** `tag`: of what is known already. */
  read(world: World, tag?: string): Promise<PolicyOutcome>;
  keys(world: World): Promise<readonly SigningJwk[] | Stop>;
  /** Every version without its text, or one with it. */
  versions(world: World, number?: number): Promise<{ kind: 'versions'; said: unknown } | Stop>;
  /** `onto`: the number of the version that it was written over. */
  publish(world: World, policy: unknown, onto: number, note?: string): Promise<PublishOutcome>;
  /** Whether a person has to look at an output; `review`: everything of its kind is looked at. */
  draw(world: World, asked: DrawQuestion): Promise<{ kind: 'drawn'; outcome: 'review' | 'ask' | 'auto_accept' } | Stop>;
}

/** An output by its hash, and the stratum that it is of. */
interface DrawQuestion {
  hash: string;
  processId: string;
  tool: string;
  model?: string;
}

/** Whose credentials they are, under the tag of that answer; or as it was said last. */
export type Whose = { kind: 'said'; standing: Standing; tag?: string } | { kind: 'same' };

/** Who listens to the stream of a target. */
export interface Hearing {
  /** The stream is open: there is no need to ask again and again. */
  opened(): void;
  closed(): void;
  /** The newest sequence of the team. */
  changed(sequence: string): void;
}

/** What a target's file says. `S`: its settings, as its schema parses them. */
interface TargetParts<S> {
  /** Kebab-case id, also the file name. */
  id: string;
  /** What its makers call it. */
  name: string;
  /** Its settings; the form is made from them. */
  settings: z.ZodLazy<z.ZodObject & z.ZodType<S>>;
  /** The kinds of events that it has a use for, and what it gets unless somebody chooses otherwise. */
  filter: Filter;
  /** Whether a new one gets what was sent to others before. */
  history: boolean;
  /** Its requests hold the events and nothing of the output that they are about, which then is not looked up. */
  eventsOnly?: true;
  /** The most that one request may hold. */
  batch(settings: S): { events: number; bytes: number };
  /** The address of which access is asked. */
  address(settings: S): string;
  /** What is wrong with the settings before anything is sent. */
  problem?(settings: S): EndpointProblem | undefined;
  /** The requests that carry some events; none where there is nothing to say of them there. */
  requests(items: readonly Outgoing[], settings: S, world: World): Promise<Request[]>;
  /** What became of `items`, from the answer to one of their requests. */
  judge(answer: Answer, items: readonly Outgoing[]): Judgement;
  /** The team's events after a cursor, where the target has any. */
  pull?(cursor: string, settings: S, world: World): Promise<PullOutcome>;
  /** What waits for a decision in the team, for a browser that has nothing of its log yet; undefined where that is not told. */
  awaiting?(settings: S, world: World): Promise<CountersignEvent[] | undefined>;
  /** Hears at once that there is something to pull, until `world.signal` ends it; asking remains the fallback. */
  live?(settings: S, world: World, hearing: Hearing): Promise<void>;
  /** Who it is that the credentials stand for, where the endpoint says. `tag`: of the last answer, if it still holds. */
  whose?(settings: S, world: World, tag?: string): Promise<Whose | Stop>;
  /** What the people of the team are called. */
  names?(settings: S, world: World): Promise<{ kind: 'names'; people: PersonName[] } | Stop>;
  /** The policy that it keeps for its team. */
  policies?(settings: S): Policies;
  /** Tries the endpoint for the options page. */
  test(settings: S, world: World): Promise<EndpointTest>;
}

/** A target whose settings are checked on the way in: what is stored may be older than its schema. */
export interface Target extends Omit<TargetParts<unknown>, 'settings'> {
  settings: z.ZodType;
  /** What its form asks for, in order. */
  form: readonly FormField[];
}

/** Checks a target's file where it is written, and parses settings before any of its functions sees them. */
export function defineTarget<S>(parts: TargetParts<S>): Target {
  const read = (settings: unknown): S => parts.settings.parse(settings);
  const { batch, address, problem, requests, pull, awaiting, live, whose, names, policies, test, ...rest } = parts;
  return {
    ...rest,
    get form() {
      return formOf(parts.settings.unwrap());
    },
    batch: (settings) => batch(read(settings)),
    address: (settings) => address(read(settings)),
    ...(problem ? { problem: (settings: unknown) => problem(read(settings)) } : {}),
    requests: (items, settings, world) => requests(items, read(settings), world),
    ...(pull ? { pull: (cursor: string, settings: unknown, world: World) => pull(cursor, read(settings), world) } : {}),
    ...(awaiting ? { awaiting: (settings: unknown, world: World) => awaiting(read(settings), world) } : {}),
    ...(live
      ? { live: (settings: unknown, world: World, hearing: Hearing) => live(read(settings), world, hearing) }
      : {}),
    ...(whose ? { whose: (settings: unknown, world: World, tag?: string) => whose(read(settings), world, tag) } : {}),
    ...(names ? { names: (settings: unknown, world: World) => names(read(settings), world) } : {}),
    ...(policies ? { policies: (settings: unknown) => policies(read(settings)) } : {}),
    test: (settings, world) => test(read(settings), world),
  };
}
