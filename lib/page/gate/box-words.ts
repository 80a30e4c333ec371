/** What is said at the gate: fixed sentences, names that the policy gives, times. */
import { i18n } from '#i18n';
import { MARK_LOOK } from '../../look/mark.ts';
import { STATUS_LOOK } from '../../look/status.ts';
import type { Tone } from '../../look/tone.ts';
import type { GateParty, GateSaid } from '../../messages/to-background/gate.ts';
import type { Leaving } from './judge.ts';

/** What is told of a text that goes. */
export type GateTold = 'dryRun' | 'told' | 'labelled' | 'free' | 'copied';

export interface BoxWords {
  tone: Tone;
  icon: string;
  title: string;
  /** Why: the rule. */
  rule: string;
  /** The process and what else is known. */
  more: string[];
}

const LOOKS: Record<'blocked' | 'held' | 'free', { tone: Tone; icon: string }> = {
  blocked: STATUS_LOOK.blocked,
  held: { tone: 'notice', icon: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v9H5Z' },
  free: STATUS_LOOK.approved,
};

/** Three kinds of no, each in its own words: by review, by the policy, and not yet. */
function titleOf({ rule, effect }: GateSaid): { look: keyof typeof LOOKS; title: string } {
  if (rule === 'blocked') return { look: 'blocked', title: i18n.t('gate.title.blocked') };
  if (rule === 'stopped') return { look: 'blocked', title: i18n.t('gate.title.notAllowed') };
  if (effect === 'ask') return { look: 'held', title: i18n.t('gate.title.ask') };
  if (effect === 'label') return { look: 'held', title: i18n.t('gate.title.label') };
  return { look: 'held', title: i18n.t('gate.title.held') };
}

export function wordsOfHeld({ said, hash }: Leaving): BoxWords {
  const { look, title } = titleOf(said);
  if (hash === undefined)
    return { ...LOOKS.held, title: i18n.t('gate.title.held'), rule: i18n.t('gate.streams'), more: processLine(said) };
  return {
    ...LOOKS[look],
    title,
    rule: ruleOf(said),
    more: [...askedLines(said), ...processLine(said), ...reviewLine(said)],
  };
}

export function wordsOfTold({ said }: Leaving, told: GateTold): BoxWords {
  const look = told === 'free' || told === 'copied' ? lookOfFree(said) : LOOKS.held;
  const rule = told === 'copied' || told === 'labelled' ? i18n.t(`gate.done.${told}`) : ruleOf(said);
  return { ...look, title: i18n.t(`gate.title.${told}`), rule, more: [...processLine(said), ...reviewLine(said)] };
}

/** What goes without an approval never looks approved. */
function lookOfFree({ rule, state }: GateSaid): { tone: Tone; icon: string } {
  if (state === 'bypassed') return MARK_LOOK.bypass;
  if (state === 'overridden') return rule === 'excepted' ? MARK_LOOK.exception : MARK_LOOK.override;
  return state === 'satisfied' ? LOOKS.free : LOOKS.held;
}

const reviewLine = ({ review, stated }: GateSaid): string[] => [review, stated].filter((line) => line !== undefined);
const ruleOf = ({ rule }: GateSaid): string => i18n.t(`gate.rule.${rule}`);
const processLine = ({ process }: GateSaid): string[] => [i18n.t('gate.process', { process: process.name })];

/** Who can, and by when; once it was asked, that it was. */
function askedLines({ asked, who, dueAt, ways, refused }: GateSaid): string[] {
  if (!ways.includes('ask_approval')) return [];
  const people = anyOf(who.map(nameOf));
  const when = dueAt ? { when: timeOf(dueAt) } : undefined;
  if (asked.length === 0) return [...(refused ? [i18n.t('gate.refused')] : []), i18n.t('gate.who', { people })];
  return [when ? i18n.t('gate.askedBy', { people, ...when }) : i18n.t('gate.asked', { people })];
}

const nameOf = (party: GateParty): string => ('name' in party ? party.name : i18n.t(`gate.party.${party.role}`));

const language = (): string => i18n.t('common.language');

let lists: Intl.ListFormat | undefined;

/** Made once: making it takes longer than all the words do. */
function anyOf(names: string[]): string {
  lists ??= new Intl.ListFormat(language(), { type: 'disjunction' });
  return lists.format(names);
}

const timeOf = (at: string): string =>
  new Intl.DateTimeFormat(language(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(at));

/** The line that goes with a text that nobody has reviewed. Facts only: by AI, not reviewed, the day. */
export const labelLine = (): string =>
  i18n.t('gate.label', { day: new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date()) });
