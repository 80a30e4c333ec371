/** Every key that the extension keeps in `browser.storage`, and the beginnings of those of which there are many. Secrets never go there. */
import { storage } from 'wxt/utils/storage';
import type { KeptManaged } from '../domain/policy/managed.ts';
import type { AcceptedPolicy, PolicyProblem, RefusedPolicy } from '../domain/policy/policy.ts';
import type { SavedView } from '../domain/policy/queue-section.ts';
import type { CollectorPolicy } from '../domain/policy/signed/taken.ts';
import type { Json } from '../domain/policy/writing/draft.ts';
import { DEFAULT_REDACTION, type Redaction } from '../domain/privacy/redaction.ts';

/** This installation's id, part of every event's `source`; made once. */
export const installationId = storage.defineItem<string>('local:installationId', {
  init: () => crypto.randomUUID(),
});

/** What the side panel had open last. */
export const panelTab = storage.defineItem<'page' | 'mine' | 'queue' | 'log'>('local:panelTab', { fallback: 'page' });

/** Where the team's log ended when it was last checked here: by it a later check finds whether it was written anew. */
export const checkedHead = storage.defineItem<{ team: string; sequence: string; link: string; at: string } | null>(
  'local:checkedHead',
  { fallback: null },
);

/** How far somebody is with the first steps of the welcome page: whose steps they chose, and which they ticked. */
export const welcomeProgress = storage.defineItem<{ path?: 'user' | 'lead' | 'admin'; done: string[] }>(
  'local:welcomeProgress',
  { fallback: { done: [] } },
);

/** Whether single keys are commands in the queue: whoever dictates would press them by talking. */
export const singleKeys = storage.defineItem<boolean>('local:singleKeys', { fallback: true });

/** Keys that somebody chose for what can be done in the queue, by command; the others have theirs. */
export const queueKeys = storage.defineItem<Record<string, { key: string; withCtrl?: true }>>('local:queueKeys', {
  fallback: {},
});

/** Named ways to look at the queue, kept on this device. */
export const savedViews = storage.defineItem<SavedView[]>('local:savedViews', { fallback: [] });

/** What personal data is masked before it is recorded, until a policy says. */
export const redaction = storage.defineItem<Redaction>('local:redaction', { fallback: DEFAULT_REDACTION });

/** Test texts: those that wait here, by the hash of their row, and what oneself made of those before. Nobody else sees it. */
export const ownProbes = storage.defineItem<{ waiting: string[]; caught: number; missed: number }>('local:ownProbes', {
  fallback: { waiting: [], caught: 0, missed: 0 },
});

/** Ids of tool profiles that the user switched off; `*` for all, whose pages are then read by evidence alone. */
export const profilesOff = storage.defineItem<string[]>('local:profilesOff', { fallback: [] });

/** How far the outputs stored before there was an index are in it: `after` is the last hash, and missing once all are. */
export const fingerprintsFilled = storage.defineItem<{ form: string; after?: string } | null>(
  'local:fingerprintsFilled',
  {
    fallback: null,
  },
);

/** The last good managed policy; gone when the policy is managed no more. */
export const policyManaged = storage.defineItem<AcceptedPolicy | null>('local:policyManaged', { fallback: null });

/** The last good policy that a person loaded in the options. */
export const policyLoaded = storage.defineItem<AcceptedPolicy | null>('local:policyLoaded', { fallback: null });

/** What is kept of the policy of the team's collector, with the tag by which it is asked for; gone with the collector. */
export const policyFromCollector = storage.defineItem<(CollectorPolicy & { tag?: string; checkedBy: string }) | null>(
  'local:policyFromCollector',
  { fallback: null },
);

/** The last policy that was refused, and why; gone when a good one comes from the same source. */
export const policyRefused = storage.defineItem<RefusedPolicy | null>('local:policyRefused', { fallback: null });

/** Rules that somebody is writing and has not put in force; null where nobody does. */
export const policyDraft = storage.defineItem<Json | null>('local:policyDraft', { fallback: null });

/** What came to the gate of a process in this browser. */
export interface GateCount {
  /** Texts that came to the gate. */
  came: number;
  /** Those that an active gate would have held, or held. */
  held: number;
  /** Outputs among the held ones: whether they were approved unchanged shows later. The latest only. */
  hashes: string[];
  since: string;
}

/** What came to the gates, by process. */
export const gateCounts = storage.defineItem<Record<string, GateCount>>('local:gateCounts', { fallback: {} });

/** Outputs that were held at a gate, by day: what a tally counts. Days that are tallied are taken out. */
export const heldByDay = storage.defineItem<Record<string, string[]>>('local:heldByDay', { fallback: {} });

/** Answers that were there and could not be read, by day, tool and origin. Days that are tallied are taken out. */
export const missedByDay = storage.defineItem<Record<string, { tool: string; origin: string; count: number }[]>>(
  'local:missedByDay',
  { fallback: {} },
);

/** The last day whose outputs were counted, and, while one is being counted, it with the id that stands for this browser on it. */
export const talliedDays = storage.defineItem<{ upTo?: string; current?: { day: string; source: string } }>(
  'local:talliedDays',
  { fallback: {} },
);

/** The tab whose brief somebody asked for by key: the panel opens it. */
export const briefWanted = storage.defineItem<number | null>('session:briefWanted', { fallback: null });

/** For how many days outputs are kept in this browser; null for good. */
export const keptForDays = storage.defineItem<number | null>('local:keptForDays', { fallback: null });

/** An error as the diagnosis tells of it: no message, which may quote content. */
export interface Fault {
  at: string;
  where: string;
  name: string;
}

/** The last errors. */
export const faults = storage.defineItem<Fault[]>('local:faults', { fallback: [] });
/**
 * What was managed last, as far as it was good, without secrets. In force until the browser says
 * something else: it may take its time to say anything.
 */
export const managedKept = storage.defineItem<KeptManaged>('local:managed', { fallback: {} });

/** What of it could not be used, and why. */
export const managedProblems = storage.defineItem<PolicyProblem[]>('local:managedProblems', { fallback: [] });

/** For how long a fresh report can be undone in the test build, which alone asks for it. */
export const testUndoMs = storage.defineItem<number>('local:testUndoMs', { fallback: 3_000 });

/** For how long a source may take to answer in the test build, which alone asks for it. */
export const testSourceMs = storage.defineItem<number>('local:testSourceMs', { fallback: 3_000 });

/** As how many each character counts against a page's allowance in the test build: twelve million take minutes to be read. */
export const testCharacterCounts = storage.defineItem<number>('local:testCharacterCounts', { fallback: 1 });

/** Kinds of items of which there is one for each tab, site or token. `session`: gone with the browser. */
export const FAMILIES = {
  /** Which frames of a tab have a detector. */
  frames: { area: 'session', prefix: 'frames:' },
  /** Whether a tab showed more AI texts than are kept. */
  flooded: { area: 'session', prefix: 'flooded:' },
  /** Which outputs each frame of a tab told us of. */
  seen: { area: 'session', prefix: 'seen:' },
  /** Uses of an output's text that are going on, by their ids. */
  reuse: { area: 'session', prefix: 'reuse:' },
  /** What compose frames were opened for, by their tokens. */
  compose: { area: 'session', prefix: 'compose:' },
  /** Briefs that were filled in for a tab. */
  briefs: { area: 'session', prefix: 'briefs:' },
  /** What is being typed into the brief of a process. */
  briefDrafts: { area: 'session', prefix: 'briefDraft:' },
  /** How a profile reads a site, by both. */
  health: { area: 'local', prefix: 'health:' },
} as const;
