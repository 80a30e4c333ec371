/** What the background answers to each message. Types only: content scripts may import it. */

import type { Category, Severity, Status } from '../domain/codes.ts';
import type { TextManifest } from '../domain/output/hidden.ts';
import type { Grounds } from '../domain/output/origin.ts';
import type { PromptKept } from '../domain/output/trace.ts';
import type { Me } from '../domain/people/role.ts';
import type { Policy, PolicyProblem, PolicySource } from '../domain/policy/policy.ts';
import type { Fate } from '../domain/report/fate.ts';
import type { ReportState } from '../domain/report/report.ts';
import type { CitationCheck } from '../domain/sources/citation.ts';
import type { ToolProfile } from '../tools/profile.ts';
import type { MessageName } from './protocol.ts';

/** Status of an output in a page: an id, and what gives its colour and label. No names, no words of others. */
export interface OutputStatus {
  outputId: string;
  hash: string;
  status: Status;
}

/** An own report as the card shows it: fixed choices only. What was typed never goes into a page. */
export interface OwnReport {
  reportId: string;
  categories: Category[];
  severity: Severity;
  state: ReportState;
  fate: Fate;
  /** How many others reported the same output. */
  others: number;
  passages: number;
  hasComment: boolean;
  hasCorrection: boolean;
  /** Fields in which something is typed that was not saved. */
  drafts: ('comment' | 'correction')[];
  reportedAt: string;
}

/** What is known of where an output came from beside what its page shows. */
export interface CardTrace {
  grounds: Grounds;
  /** What is kept of the prompt; undefined where there was none. */
  promptKept?: PromptKept;
  manifest?: TextManifest;
  /** Characters that show nothing and were taken out. */
  hidden?: number;
  process?: string;
  /** Version of the policy that was in force. */
  policy?: string;
  /** What became of its sources, as far as somebody looked. */
  checks: Pick<CitationCheck, 'url' | 'reach' | 'claim' | 'reason'>[];
  /** Where else this browser saw the same text. */
  alsoSeen: { toolName: string; seenAt: string }[];
}

export interface Card {
  hash: string;
  status: Status;
  /** Problems that the whole team reported, the own included, and that nobody withdrew. */
  reportCount: number;
  /** How many found it good. */
  praiseCount: number;
  own: OwnReport[];
  firstSeenAt: string;
  trace: CardTrace;
  /** How often the text was put in elsewhere. */
  uses: number;
}

export interface ReportMade {
  reportId: string;
  status: OutputStatus;
  /** Until when `report.undo` is as if nothing had happened. */
  undoUntil: string;
}

/** A text in a page that comes from an output. No words of others: fixed codes, as on the output's badge. */
export interface Recognised {
  reuseId: string;
  toolName: string;
  /** When the output was first seen. */
  seenAt: string;
  status: Status;
  /** What the gravest report on it says is wrong. */
  category?: Category;
  /** Whether there is a corrected text to take in its place. */
  corrected: boolean;
}

/** What can be wrong with an endpoint; each has its own plain sentence in the locales (`endpoint_<problem>`). */
export type EndpointProblem =
  | 'not_an_address'
  | 'not_secure'
  | 'retired_address'
  | 'no_permission'
  | 'unreachable'
  | 'timeout'
  | 'not_a_collector'
  | 'not_found_there'
  | 'not_understood'
  | 'token_missing'
  | 'token_refused'
  | 'token_may_not'
  | 'secret_unusable'
  | 'not_a_public_key'
  | 'webhook_gone'
  | 'busy'
  | 'server_error'
  | 'storage_full'
  | 'too_large'
  | 'no_sign_in'
  | 'sign_in_elsewhere'
  | 'sign_in_needed'
  | 'sign_in_cancelled'
  | 'sign_in_refused'
  | 'sign_in_forged'
  | 'wrong_issuer'
  | 'provider_not_secure'
  | 'provider_unreachable'
  | 'session_ended'
  | 'account_may_not'
  | 'signed_out'
  | 'other_team';
/** `me`: whose credentials they are, where the endpoint says. */
export type EndpointTest =
  | { ok: true; me?: Me; latencyMs: number }
  | { ok: false; problem: EndpointProblem; detail?: string };

/** Where a collector has people sign in; `needs`: origins to which the browser has to give access for it. */
export type SignInFound =
  | { ok: true; issuer: string; needs: string[] }
  | { ok: false; problem: EndpointProblem; detail?: string };

/** A request as it would be sent, with secrets blotted out. */
export interface RequestPreview {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** What a target would send of the newest event that it is to get; `type` is missing where there is none yet. */
export interface TargetPreview {
  type?: string;
  time?: string;
  /** Empty where there is nothing to say of that event there. */
  requests: RequestPreview[];
}

export interface ComposeTask {
  field: 'comment' | 'correction' | 'preview';
  categories: Category[];
  /** The words that the report points at, and what is noted on each. */
  passages: { exact: string; note: string }[];
  /** What stands there already; for a correction without one, the output's text. */
  text: string;
  /** What was typed before and not saved. */
  draft?: { text: string; notes: string[]; savedAt: string };
  /** The output's text, to show what a correction changes. */
  outputText: string;
}

/** What is recorded and, where there is an endpoint, sent: exactly that. */
export interface Preview {
  /** The team that gets it; undefined where nothing is sent. */
  team?: string;
  /** Facts and content of each event, in the order in which they go. */
  events: { type: string; facts: object; content?: object }[];
}

/** How to read a frame: by a profile, or by none until one of the markers turns up in it. */
export interface Reading {
  profile?: ToolProfile;
  /** Set where the profile was learned on this site: how we know that its outputs are such. */
  evidence?: readonly string[];
  /** The tool's own profile, of which the page sees whether it finds what it should; also where another one reads. */
  known?: ToolProfile;
  /** Whether the frame may be learned: a watched site that no profile knows by name, or whose profile has gone blind. */
  learn: boolean;
  markers: { tool: string; selectors: readonly string[] }[];
}

/** One tool profile in force, as the options show it. */
export interface ListedTool {
  id: string;
  name: string;
  /** None where the tool is known by its markup alone. */
  hosts: readonly string[];
  /** Day on which its selectors were last compared with evidence. */
  checkedAt: string;
  /** Short hash of the whole profile. */
  version: string;
  origin: 'known' | 'policy' | 'patched';
  /** Who switched it off. */
  off?: 'policy' | 'user';
}

/** Everything that says how tools are read here. */
export interface ToolsListed {
  tools: ListedTool[];
  /** True where whoever manages the browser lays down the policy: then nobody loads one here. */
  managed: boolean;
  /** True where whoever manages the browser laid down which tools are switched off. */
  switchesFixed: boolean;
  policy?: { source: PolicySource; acceptedAt: string; text: string; record: Policy };
  refused?: { source: PolicySource; problems: PolicyProblem[]; refusedAt: string };
  /** Match patterns of the policy's sites to which the browser gives no access yet. */
  missing: string[];
}

/** What became of content or outputs that were to be erased; `left`: some endpoint has still to get it. */
interface ErasedHere {
  erased: number;
  left: number;
}

/** What was taken of some events from a file; `erased`: without their content, which the team has erased. */
interface RecordsTaken {
  keys: string[];
  duplicates: number;
  erased: number;
}

/** How a look at an output's sources went. */
interface SourcesChecked {
  checked: number;
  /** Sites that the browser does not let us ask. */
  withheld: string[];
}

interface NamedReplies {
  'detector.start': Reading;
  /** The profile that is kept of the site now: the one handed over, or the one that stays. */
  'detector.learn': { profile: ToolProfile; evidence: readonly string[] };
  'site.teach': { profile: ToolProfile; evidence: readonly string[] };
  'tools.list': ToolsListed;
  /** Empty where the policy was accepted. */
  'policy.load': { problems: PolicyProblem[] };
  'output.seen': OutputStatus;
  'citation.check': SourcesChecked;
  'output.card': Card;
  'report.make': ReportMade;
  /** `origin`: the frame's own, to which alone the token may be posted; the address may be a dynamic one. */
  'compose.open': { token: string; url: string; origin: string };
  'compose.claim': ComposeTask;
  'compose.preview': Preview;
  'records.takeIn': RecordsTaken;
  'records.drop': ErasedHere;
  'records.eraseContents': ErasedHere;
  'reuse.start': { looks: boolean };
  'reuse.find': Recognised | null;
  'reuse.look': (Recognised | null)[];
  'reuse.correct': { text: string };
  'target.test': EndpointTest;
  'target.save': EndpointTest;
  'target.preview': TargetPreview;
  'signIn.find': SignInFound;
  'signIn.start': EndpointTest;
  /** Whether the provider could be told. */
  'signIn.end': { told: boolean };
}

/** Answer to a message; `null` where there is nothing to say but that it was done. */
export type Reply<K extends MessageName> = K extends keyof NamedReplies ? NamedReplies[K] : null;

/** Why a message was not carried out; each has a plain sentence in the locales (`refusal_<code>`). */
export type Refusal =
  | 'dropped'
  | 'not_found'
  | 'not_yours'
  | 'not_allowed'
  | 'fixed'
  | 'too_late'
  | 'incomplete'
  | 'expired'
  | 'too_many'
  | 'storage_full'
  | 'failed';

/** How every reply travels. */
export type Envelope<K extends MessageName> = { ok: true; reply: Reply<K> } | { ok: false; refusal: Refusal };
