/** What of the queue somebody wants to see, and in which order. Zod-free and pure. */
import { type Category, SEVERITY_WEIGHT, type Severity, type Status } from '../codes.ts';
import type { Output } from '../output/output.ts';
import { gravestReport, problemReports } from '../report/standing.ts';
import { waitingSince } from './queue.ts';

/** Ways to order the queue. `weight`: severity x people who saw it x sites it was put into. */
export const QUEUE_ORDERS = ['gravest', 'due', 'weight', 'oldest', 'newest'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

/** What an item must be; what is undefined is not asked. */
export interface Sieve {
  /** Each of them stands somewhere in the text, a comment, a correction or a name. */
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
}

/** What the policy in force says of an output: its process, and until when it waits in it. */
export interface UnderPolicy {
  processId?: string;
  dueAt?: string;
}
type UnderPolicyOf = (output: Output) => UnderPolicy;

const DAY_MS = 86_400_000;

/** Whether anything is asked. */
export const isSieving = (sieve: Sieve): boolean =>
  Object.entries(sieve).some(([name, value]) => (name === 'words' ? String(value).trim() !== '' : value !== undefined));

/** The items that somebody wants to see, in the order in which they came. */
export function sifted(
  outputs: readonly Output[],
  sieve: Sieve,
  underPolicy: UnderPolicyOf = () => ({}),
  now = Date.now(),
): Output[] {
  const words = wordsOf(sieve.words ?? '');
  return outputs.filter((output) => fits(output, sieve, underPolicy, now) && hasWords(output, words));
}

function fits(output: Output, sieve: Sieve, underPolicy: UnderPolicyOf, now: number): boolean {
  const { status, severity, category, tool, model, olderThanDays, hasCorrection } = sieve;
  const reports = problemReports(output);
  const waited = () => now - Date.parse(waitingSince(output));
  return (
    (status === undefined || output.status === status) &&
    (severity === undefined || gravestReport(output)?.severity === severity) &&
    (category === undefined || reports.some(({ categories }) => categories.includes(category))) &&
    (tool === undefined || output.trace.tool === tool) &&
    (model === undefined || output.trace.model === model) &&
    (olderThanDays === undefined || waited() >= olderThanDays * DAY_MS) &&
    isUnderPolicy(sieve, () => underPolicy(output), now) &&
    (hasCorrection === undefined || reports.some(({ content }) => content?.correction !== undefined))
  );
}

function isUnderPolicy({ processId, due }: Sieve, underPolicy: () => UnderPolicy, now: number): boolean {
  if (processId === undefined && due === undefined) return true;
  const found = underPolicy();
  if (processId !== undefined && found.processId !== processId) return false;
  if (due === undefined) return true;
  const left = found.dueAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(found.dueAt) - now;
  return due === 'over' ? left <= 0 : left <= DAY_MS;
}

/** Without case and accents: who looks for "perche" means "perché". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (words: string): string[] => plain(words).split(/\s+/).filter(Boolean);

/**
 * What is looked through of an item, made once: an output is another object once anything of it changes, or is erased, and
 * then what was made of the old one is gone with it.
 */
const LOOKED_THROUGH = new WeakMap<Output, string>();

function lookedThrough(output: Output): string {
  const known = LOOKED_THROUGH.get(output);
  if (known !== undefined) return known;
  const said = output.reports.flatMap(({ content }) => [
    content?.comment,
    content?.correction,
    ...(content?.passages ?? []).map(({ note }) => note),
  ]);
  const decided = output.decisions.flatMap(({ content }) => [content?.note, content?.correctedText]);
  const { toolName, model, pageTitle } = output.trace;
  const all = [output.content?.text, output.content?.prompt, toolName, model, pageTitle, ...said, ...decided];
  const text = plain(all.filter((part) => part !== undefined).join('\n'));
  LOOKED_THROUGH.set(output, text);
  return text;
}

function hasWords(output: Output, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = lookedThrough(output);
  return words.every((word) => text.includes(word));
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

type Keyed = { output: Output; since: string; weight: number; dueAt: string };

/** After every time there is: what is never due comes last. */
const NEVER = '\uffff';

const ORDERS: Record<Exclude<QueueOrder, 'gravest'>, (a: Keyed, b: Keyed) => number> = {
  due: (a, b) => a.dueAt.localeCompare(b.dueAt) || b.weight - a.weight || a.since.localeCompare(b.since),
  weight: (a, b) => b.weight - a.weight || a.since.localeCompare(b.since),
  oldest: (a, b) => a.since.localeCompare(b.since),
  newest: (a, b) => b.since.localeCompare(a.since),
};

/** Items that are in the order of the queue, in another one. */
export function ordered(
  outputs: readonly Output[],
  order: QueueOrder,
  underPolicy: UnderPolicyOf = () => ({}),
): Output[] {
  if (order === 'gravest') return [...outputs];
  const keyed = outputs.map((output) => ({
    ...{ output, since: waitingSince(output), weight: weightOf(output) },
    dueAt: (order === 'due' ? underPolicy(output).dueAt : undefined) ?? NEVER,
  }));
  return keyed.sort(ORDERS[order]).map(({ output }) => output);
}
