/** What of the queue somebody wants to see, and in which order. Zod-free and pure. */
import { type Category, SEVERITY_WEIGHT, type Severity, type Status } from '../codes.ts';
import type { Output } from '../output/output.ts';
import { gravestReport, problemReports } from '../report/standing.ts';

/** Ways to order the queue. `weight`: severity x people who saw it x sites it was put into. */
export const QUEUE_ORDERS = ['gravest', 'due', 'weight', 'oldest', 'newest'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What an item must be; what is undefined is not asked. */
export interface Sieve {
  /** Each of them begins a word of the text, a comment, a correction or a name. */
  words?: string;
  status?: Status;
  severity?: Severity;
  category?: Category;
  tool?: string;
  model?: string;
  processId?: string;
  /** The time of its process has run out, or does so within a day. */
  due?: 'over' | 'soon';
  /** Somebody has waited for so many days. */
  olderThanDays?: number;
  /** A reporter has said how it should read. */
  hasCorrection?: true;
  /** Its reporter disputes that a report was declined. */
  isDisputed?: true;
  /** Of second reviews: those that this person is to give, or where two who judged apart differ. */
  second?: 'mine' | 'differs';
  /** Whoever has it in hand: `me`, `nobody`, or `person:` and a subject. */
  assigned?: string;
  /** What stands aside, and not in line: put off, or the same as another. */
  aside?: 'deferred' | 'duplicate';
}

/** What the policy in force says of an output: its process, and until when it waits in it. */
export interface UnderPolicy {
  processId?: string;
  dueAt?: string;
}

const DAY_MS = 86_400_000;

/** Whether anything is asked. */
export const isSieving = (sieve: Sieve): boolean =>
  Object.entries(sieve).some(([name, value]) => (name === 'words' ? String(value).trim() !== '' : value !== undefined));

/** Whether the policy says of an output what is asked of it. */
export function isUnderPolicy({ processId, due }: Sieve, found: UnderPolicy, now: number): boolean {
  if (processId !== undefined && found.processId !== processId) return false;
  if (due === undefined) return true;
  const left = found.dueAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(found.dueAt) - now;
  return due === 'over' ? left <= 0 : left <= DAY_MS;
}

/** Until when somebody must have waited since, where it is asked that they have waited for so many days. */
export const sinceAsked = ({ olderThanDays }: Sieve, now: number): string | undefined =>
  olderThanDays === undefined ? undefined : new Date(now - olderThanDays * DAY_MS).toISOString();

/** Without case and accents: who looks for "perche" means "perché". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, as they are looked for. */
export const termsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What is looked through of an output: what it says and was asked, what was said of it, and where it comes from. */
export function saidIn(output: Output): string {
  const said = output.reports.flatMap(({ content, dispute }) => [
    content?.comment,
    dispute?.reason,
    content?.correction,
    ...(content?.passages ?? []).map(({ note }) => note),
  ]);
  const decided = output.decisions.flatMap(({ content }) => [content?.note, content?.correctedText]);
  const { toolName, model, pageTitle } = output.trace;
  const all = [output.content?.text, output.content?.prompt, toolName, model, pageTitle, ...said, ...decided];
  return all.filter((part) => part !== undefined).join('\n');
}

/** Whether each of some terms begins a word of an output. */
export function hasTerms(output: Output, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const words = termsOf(saidIn(output));
  return terms.every((term) => words.some((word) => word.startsWith(term)));
}

/** How much an item weighs: how grave it is, times the people who saw it, times the sites that its text was put into. */
export function weightOf(output: Output): number {
  const gravest = gravestReport(output);
  const grave = gravest ? SEVERITY_WEIGHT[gravest.severity] : 0;
  const people = new Set(
    [...problemReports(output), ...(output.sightings ?? [])].map(({ author, source }) => author ?? source),
  );
  const sites = new Set((output.reuses ?? []).map(({ origin }) => origin));
  return grave * Math.max(1, people.size) * (1 + sites.size);
}

/** What the line is ordered by, where its time in a process is asked. */
export interface DueInLine {
  since: string;
  /** `weightOf`. */
  weight: number;
  dueAt?: string | undefined;
}

/** After every time there is: what is never due comes last. */
const NEVER = '\uffff';

/** Whoever's time runs out first; among equals the weightiest, then whoever waits longest. */
export const compareDue = (a: DueInLine, b: DueInLine): number =>
  compareText(a.dueAt ?? NEVER, b.dueAt ?? NEVER) || b.weight - a.weight || compareText(a.since, b.since);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
