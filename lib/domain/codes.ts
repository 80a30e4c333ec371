/**
 * The words that stand in events for statuses, verdicts, categories and the like. Zod-free: content scripts may import
 * them. What they are called on screen stands in the locales.
 */

/** What an output may be used for now. */
export const STATUSES = [
  'unreviewed',
  'reported',
  'approved',
  'approved_with_notes',
  'modified',
  'blocked',
  'escalated',
] as const;
export type Status = (typeof STATUSES)[number];

/** What a decision says. */
export const VERDICTS = ['approve', 'approve_with_notes', 'modify', 'block', 'escalate'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What can be wrong with an output, in the order in which people are offered it. */
export const CATEGORIES = [
  'factual',
  'unsupported',
  'outdated',
  'incomplete',
  'instruction',
  'reasoning',
  'style',
  'privacy',
  'harm',
  'policy',
  'security',
  'refusal',
  'other',
] as const;
/** A category of something wrong. */
export type ProblemCategory = (typeof CATEGORIES)[number];

/** Praise: nothing is wrong. It stands alone, is neutral, and asks for no decision. */
export const PRAISE = 'good';
export type Category = ProblemCategory | typeof PRAISE;

/** Whether categories are those of praise. */
export const isPraise = (categories: readonly Category[]): boolean => categories.includes(PRAISE);

/** Severities, mildest first. Names and weights are those of MQM (0/1/5/25). */
export const SEVERITIES = ['neutral', 'minor', 'major', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const SEVERITY_WEIGHT: Record<Severity, number> = { neutral: 0, minor: 1, major: 5, critical: 25 };

/** Who may do what. `ingest` is for programs that only hand in what they found: it reads nothing. */
export const ROLES = ['reporter', 'reviewer', 'admin', 'ingest'] as const;
export type Role = (typeof ROLES)[number];
