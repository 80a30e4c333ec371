/** What a sound policy still lacks: each gap with its place and its weight, and a score for each process. */
import { isOneOf } from './party.ts';
import type { GovernancePolicy } from './policy.ts';
import { mayConcernPublic, type Process } from './process.ts';

/** Each has a sentence and a way to mend it in the locales. */
const GAPS = [
  'noOwner',
  'noPurpose',
  'noEscalation',
  'noChecklist',
  'noBrief',
  'noResponsible',
  'noDueTime',
  'designerReviews',
  'publicNotFull',
  'appliesNowhere',
  'appliesTwice',
  'twoConfidences',
  'roleWithoutMembers',
  'toolHalfSaid',
  'forbiddenTool',
  'noObjectives',
  'noReviewOwner',
  'reviewOverdue',
  'noCalendar',
  'noLiteracy',
  'shortRetention',
] as const;
type Gap = (typeof GAPS)[number];

interface Finding {
  gap: Gap;
  /** Where it is mended: `processes.faq.owner`. */
  field: string;
  processId?: string;
  /** Whether the policy cannot be published with it. */
  stops: boolean;
}

export interface Completeness {
  findings: Finding[];
  /** By process id: of what is asked, how much is there, 0 to 100. */
  scores: Record<string, number>;
}

/** Six months of logs are the floor for deployers of high-risk systems (AI Act art. 26(6)). */
const MONTHS_OF_LOGS = 6;
const MONTHS_TO_REVIEW = 6;

/** Looks at a policy as a whole. `today`: an ISO date. */
export function completenessOf(policy: GovernancePolicy, today: string): Completeness {
  const processes = policy.processes ?? [];
  const ofEach = processes.map((process) => ({ process, checks: checksOf(process, policy) }));
  const scores = Object.fromEntries(
    ofEach.map(({ process, checks }) => [
      process.id,
      Math.round((100 * checks.filter(([, holds]) => holds).length) / checks.length),
    ]),
  );
  const ofProcesses = ofEach.flatMap(({ process, checks }) =>
    checks
      .filter(([, holds]) => !holds)
      .map(
        ([gap, , field]): Finding => ({
          ...{ gap, field: `processes.${process.id}.${field}`, processId: process.id },
          stops: gap === 'publicNotFull' || gap === 'designerReviews',
        }),
      ),
  );
  return { findings: [...ofProcesses, ...ofWhole(policy, today)], scores };
}

type Check = [gap: Gap, holds: boolean, field: string];

function checksOf(process: Process, policy: GovernancePolicy): Check[] {
  const { applies, review, gate } = process;
  const others = (policy.processes ?? []).filter(({ id }) => id !== process.id);
  const isPublic = mayConcernPublic(process);
  return [
    ['noOwner', process.owner !== undefined, 'owner'],
    ['noPurpose', process.purpose !== undefined, 'purpose'],
    ['noEscalation', (process.escalation?.length ?? 0) > 0, 'escalation'],
    ['noDueTime', process.dueAfterHours !== undefined, 'dueAfterHours'],
    ['noChecklist', (process.checklist?.length ?? 0) > 0, 'checklist'],
    ['noBrief', process.brief !== undefined, 'brief'],
    ['appliesNowhere', Boolean(applies.tools?.length || applies.addresses?.length || applies.choice), 'applies'],
    ['appliesTwice', !others.some((other) => sharesAddress(other, process)), 'applies.addresses'],
    ['designerReviews', !designerApproves(process, policy), 'authority.approve'],
    ...(isPublic
      ? ([
          ['noResponsible', process.responsible !== undefined, 'responsible'],
          // Acceptance without review of text for the public is lawful with a label only (AI Act art. 50(4)).
          [
            'publicNotFull',
            review.mode === 'full' ||
              (gate.mode === 'active' && (gate.unreviewed === 'label' || gate.unreviewed === 'hold')),
            'review.mode',
          ],
        ] satisfies Check[])
      : []),
  ];
}

const sharesAddress = (one: Process, other: Process): boolean =>
  (one.applies.addresses ?? []).some((address) => other.applies.addresses?.includes(address)) ||
  (!one.applies.addresses?.length &&
    !other.applies.addresses?.length &&
    (one.applies.tools ?? []).some((tool) => other.applies.tools?.includes(tool)));

/** Whether somebody who designed the process is named among those who approve what comes out of it. */
function designerApproves({ designers = [], authority }: Process, { roles = [] }: GovernancePolicy): boolean {
  const approvers = authority?.approve ?? [];
  return designers.some(
    (party) =>
      approvers.includes(party) ||
      (party.startsWith('person:') && isOneOf({ subject: party.slice('person:'.length), role: '' }, approvers, roles)),
  );
}

function ofWhole(policy: GovernancePolicy, today: string): Finding[] {
  const { periodicReview, retention } = policy;
  const due = periodicReview?.reviewedOn && monthsAfter(periodicReview.reviewedOn, periodicReview.everyMonths);
  const months = retention?.contentMonths;
  const checks: Check[] = [
    ['noObjectives', (policy.objectives?.length ?? 0) > 0, 'objectives'],
    ['noReviewOwner', periodicReview?.owner !== undefined, 'periodicReview.owner'],
    ['reviewOverdue', !due || today < due, 'periodicReview.reviewedOn'],
    ['noCalendar', policy.calendar !== undefined, 'calendar'],
    ['noLiteracy', (policy.literacy?.length ?? 0) > 0, 'literacy'],
    ['shortRetention', months === undefined || months >= MONTHS_OF_LOGS, 'retention.contentMonths'],
  ];
  const limits = new Set((policy.processes ?? []).flatMap(({ review }) => review.confidence ?? []));
  if (limits.size > 1) checks.push(['twoConfidences', false, 'processes']);
  checks.push(['roleWithoutMembers', !emptyRole(policy), `roles.${emptyRole(policy)}.members`], ...ofTools(policy));
  return checks
    .filter(([, holds]) => !holds)
    .map(([gap, , field]) => {
      const processId = /^processes\.([^.]+)\./.exec(field)?.[1];
      return { gap, field, ...(processId ? { processId } : {}), stops: false };
    });
}

/** Tools that may be used, of which it is not said by whom, for what and with which data; and those that may not, in a process. */
function ofTools({ inventory = [], processes = [] }: GovernancePolicy): Check[] {
  const forbidden = new Set(inventory.flatMap(({ host, allowed }) => (allowed ? [] : [host])));
  return [
    ...inventory.flatMap(({ allowed, owner, purpose, dataClass }, at): Check[] => {
      const field = owner ? (purpose ? 'dataClass' : 'purpose') : 'owner';
      return [['toolHalfSaid', !allowed || Boolean(owner && purpose && dataClass), `inventory.${at + 1}.${field}`]];
    }),
    ...processes.map(({ id, applies }): Check => {
      const names = (applies.addresses ?? []).some((address) => forbidden.has(address.split('/')[0] ?? ''));
      return ['forbiddenTool', !names, `processes.${id}.applies.addresses`];
    }),
  ];
}

/** A role without members that some process names: nobody could decide there. */
function emptyRole({ roles = [], processes = [] }: GovernancePolicy): string | undefined {
  const named = new Set(
    processes.flatMap(({ owner, designers = [], authority = {}, escalation = [] }) => [
      ...(owner ? [owner] : []),
      ...designers,
      ...Object.values(authority).flat(),
      ...escalation.flatMap(({ to }) => to),
    ]),
  );
  return roles.find(({ id, members }) => members.length === 0 && named.has(`role:${id}`))?.id;
}

/** The same day so many months later; the last of the month where it has no such day. */
export function monthsAfter(day: string, months: number = MONTHS_TO_REVIEW): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}
