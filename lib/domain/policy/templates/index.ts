/** The templates from which a policy is begun, and the one way to make a policy of one. */
import type { GovernancePolicy } from '../policy.ts';
import { documentation } from './documentation.ts';
import { leads } from './leads.ts';
import { marketing } from './marketing.ts';
import { practice } from './practice.ts';
import { support } from './support.ts';
import { APPROVER, inBoth, LEAD, type PolicyLanguage, type PolicyTemplate } from './template.ts';

export const POLICY_TEMPLATES: readonly PolicyTemplate[] = [marketing, support, leads, documentation, practice];

interface Beginning {
  templates: readonly PolicyTemplate[];
  language: PolicyLanguage;
  /** Name of the organisation. */
  organisation: string;
  /** IANA name: `Europe/Rome`. */
  timeZone: string;
  /** ISO date of today: the first review of the policy is counted from it. */
  today: string;
}

/** A policy of one or more templates: their processes beside each other, what stands in both once. Not yet complete: people are to be named. */
export function policyFrom({ templates, language, organisation, timeZone, today }: Beginning): GovernancePolicy {
  const t = inBoth(language);
  const parts = templates.map((template) => template.parts(t));
  return {
    format: 2,
    version: '1',
    title: parts.length === 1 && parts[0] ? parts[0].title : t('How we use AI', 'Come usiamo l’IA'),
    organisation: { name: organisation, decides: 'we' },
    objectives: parts.flatMap(({ objectives }) => objectives),
    limits: parts.flatMap(({ limits }) => limits),
    roles: [
      { id: roleOf(APPROVER), name: t('Approvers', 'Chi approva'), members: ['role:reviewer'] },
      { id: roleOf(LEAD), name: t('Process leads', 'Responsabili di processo'), members: ['role:admin'] },
    ],
    processes: parts.flatMap(({ processes }) => processes),
    calendar: { timeZone, days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
    periodicReview: { everyMonths: 6, reviewedOn: today, owner: LEAD },
    retention: { contentMonths: 24 },
    privacy: { activityDays: 21 },
    literacy: [
      {
        id: 'first-flag',
        audience: ['role:reporter'],
        measure: t(
          'Practice page: what AI gets wrong, and how to report it in two clicks.',
          'Pagina di prova: che cosa sbaglia l’IA e come segnalarlo in due clic.',
        ),
      },
      {
        id: 'how-to-approve',
        audience: [APPROVER],
        measure: t(
          'What an approval says, what the checklist asks, and when to pass an answer on.',
          'Che cosa dice un’approvazione, che cosa chiede la lista di controllo e quando passare la risposta ad altri.',
        ),
      },
    ],
  };
}

const roleOf = (party: string): string => party.slice(party.indexOf(':') + 1);
