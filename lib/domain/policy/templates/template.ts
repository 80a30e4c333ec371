/** What a template of a policy is: words in each language beside each other, so that none is forgotten. */
import type { GovernancePolicy } from '../policy.ts';
import type { Process } from '../process.ts';

export const POLICY_LANGUAGES = ['en', 'it'] as const;
export type PolicyLanguage = (typeof POLICY_LANGUAGES)[number];

/** Gives one of two: the English words, and the same in Italian. */
export type InBoth = (en: string, it: string) => string;

export const inBoth =
  (language: PolicyLanguage): InBoth =>
  (en, it) =>
    language === 'it' ? it : en;

/** What differs from one template to the next. The rest is the same in all of them. */
interface TemplateParts {
  title: string;
  objectives: NonNullable<GovernancePolicy['objectives']>;
  limits: NonNullable<GovernancePolicy['limits']>;
  processes: Process[];
}

export interface PolicyTemplate {
  id: string;
  name(t: InBoth): string;
  /** For whom it is: one sentence. */
  about(t: InBoth): string;
  parts(t: InBoth): TemplateParts;
}

/** Roles that every template uses. They have no members until somebody names them, and that is told as a gap. */
export const APPROVER = 'role:approver';
export const LEAD = 'role:process-lead';

/** What every process of a template begins with: looked at in full, and the gate tells before it holds. */
export const PROCESS_START = {
  owner: LEAD,
  applies: { choice: true },
  authority: { approve: [APPROVER, LEAD], modify: [APPROVER, LEAD], block: [APPROVER, LEAD], override: [LEAD] },
  review: { mode: 'full', blockedOneIn: 10 },
  gate: { mode: 'evaluate', unreviewed: 'ask', reported: 'hold', override: 'reason' },
  approval: { days: 180 },
  dueAfterHours: 8,
} as const satisfies Partial<Process>;

/** Who hears of it when nobody answers: first those who lead the process, then whoever runs the server. */
export const escalationPath = (): NonNullable<Process['escalation']> => [
  { to: [LEAD], remindAfterHours: 2, escalateAfterHours: 4 },
  { to: ['role:admin'], escalateAfterHours: 8 },
];

/** A point that no approval can do without. */
export const mustTick = (id: string, text: string) => ({ id, text, without: 'block' }) as const;
/** A point that may be left out, which is then recorded. */
export const mayTick = (id: string, text: string) => ({ id, text, without: 'warn' }) as const;
/** A point that the approver answers in their own words. */
export const mustWrite = (id: string, text: string) => ({ id, text, kind: 'text', without: 'block' }) as const;

/** What an approver of text for the public answers (guidelines on AI Act art. 50(4), paragraphs on human review). */
export const publicPoints = (t: InBoth) => [
  mustTick('facts', t('I checked the facts against their sources.', 'Ho verificato i fatti sulle fonti.')),
  mustTick('sources', t('I opened every source that the text names.', 'Ho aperto ogni fonte che il testo cita.')),
  mustWrite('changed', t('What I changed, in my own words', 'Che cosa ho cambiato, con parole mie')),
];
