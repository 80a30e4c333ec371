/** The policy as a document that an auditor and a works council can read, in either language. */
import { monthsAfter } from '../completeness.ts';
import type { Origins } from '../overlay/origins.ts';
import type { GovernancePolicy } from '../policy.ts';
import { type InBoth, inBoth, type PolicyLanguage } from '../templates/template.ts';
import { type Block, dayIn, factsOf, listed, type PolicyDocument, section } from './blocks.ts';
import { controlMap } from './control-map.ts';
import { scoresOf } from './gaps.ts';
import { editorialPage, noticeToWorkers } from './notices.ts';
import { mostlyFrom, type Note, noteFrom } from './origin-notes.ts';
import { partyNames, processPart } from './process-part.ts';

export const DOCUMENT_PARTS = ['policy', 'controls', 'editorial', 'workers'] as const;
type DocumentPart = (typeof DOCUMENT_PARTS)[number];

interface Printing {
  language: PolicyLanguage;
  /** ISO date of today, which is printed. */
  today: string;
  /** Which parts, in their order; all where it is not said. */
  parts?: readonly DocumentPart[];
  /** Where the values of the policy in force come from; without it none is said to come from anywhere. */
  origins?: Origins | undefined;
}

/** The words of the organisation stay in its own language; those of the product are in the language asked for. */
export function documentOf(
  policy: GovernancePolicy,
  { language, today, parts = DOCUMENT_PARTS, origins }: Printing,
): PolicyDocument {
  const t = inBoth(language);
  const blocks: Readonly<Record<DocumentPart, () => Block[]>> = {
    policy: () => policyPart(policy, { language, today, origins }, t),
    controls: () => controlMap(t),
    editorial: () => editorialPage(policy, t),
    workers: () => noticeToWorkers(policy, t),
  };
  const day = dayIn(language);
  const from = policy.inForceFrom && day(policy.inForceFrom);
  const printed = day(today);
  return {
    language,
    title: policy.title ?? t('Rules for AI text', 'Regole per i testi dell’IA'),
    line: [
      policy.organisation?.name,
      t(`version ${policy.version}`, `versione ${policy.version}`),
      from && t(`in force from ${from}`, `in vigore dal ${from}`),
      mostlyFrom(origins, t),
      t(`printed on ${printed}`, `stampato il ${printed}`),
    ]
      .filter(Boolean)
      .join(' · '),
    blocks: DOCUMENT_PARTS.filter((part) => parts.includes(part)).flatMap((part) => blocks[part]()),
  };
}

function policyPart(policy: GovernancePolicy, { language, today, origins }: Printing, t: InBoth): Block[] {
  const note = noteFrom(origins, t);
  const { objectives = [], limits = [], roles = [], processes = [] } = policy;
  return [
    ...section(t('Objectives', 'Obiettivi'), listed(statements('objectives', objectives, note, t))),
    ...section(
      t('What AI is not used for', 'Per che cosa non si usa l’IA'),
      listed(statements('limits', limits, note, t)),
    ),
    ...section(t('Roles', 'Ruoli'), rolesOf(policy, note, t)),
    ...section(
      t('Processes', 'Processi'),
      processes.flatMap((process) => processPart(process, roles, note, t)),
    ),
    ...section(
      t('Time, retention, review', 'Tempi, conservazione, riesame'),
      timesOf(policy, dayIn(language), note, t),
    ),
    ...section(
      t('Measures for people', 'Misure per le persone'),
      listed(
        (policy.literacy ?? []).flatMap(
          (one) => note(one, `literacy.${one.id}`, ['measure'], ({ measure }) => measure) ?? [],
        ),
      ),
    ),
    ...section(t('Tools', 'Strumenti'), toolsOf(policy, note, t)),
    ...section(t('Still missing', 'Che cosa manca ancora'), scoresOf(policy, today, t)),
  ];
}

type Statement = NonNullable<GovernancePolicy['objectives']>[number];

const statements = (list: 'objectives' | 'limits', all: readonly Statement[], note: Note, t: InBoth): string[] =>
  all.flatMap(
    (one) =>
      note(one, `${list}.${one.id}`, ['text', 'measure'], ({ text, measure }) => withMeasure(text, measure, t)) ?? [],
  );

const withMeasure = (text: string, measure: string | undefined, t: InBoth): string =>
  measure ? t(`${text} Measured by: ${measure}`, `${text} Misura: ${measure}`) : text;

const rolesOf = ({ roles = [] }: GovernancePolicy, note: Note, t: InBoth): Block[] =>
  roles.length === 0
    ? []
    : [
        {
          kind: 'table',
          head: [t('Role', 'Ruolo'), t('Who', 'Chi'), t('What they know', 'Competenza')],
          rows: roles.map((role) => {
            const said = (field: keyof typeof role, say: (one: typeof role) => string | undefined) =>
              note(role, `roles.${role.id}`, [field], say) ?? '';
            return [
              said('name', ({ name }) => name),
              said('members', ({ members }) =>
                members.length > 0 ? partyNames(members, roles, t) : t('nobody yet', 'ancora nessuno'),
              ),
              said('competence', ({ competence }) => competence),
            ];
          }),
        },
      ];

function timesOf(policy: GovernancePolicy, day: (day: string) => string, note: Note, t: InBoth): Block[] {
  const { roles = [] } = policy;
  const said = (field: string, say: (one: GovernancePolicy) => string | undefined) => note(policy, '', [field], say);
  const { everyMonths, reviewedOn } = policy.periodicReview ?? { everyMonths: 6 };
  return factsOf([
    [
      t('Working time', 'Orario di lavoro'),
      said('calendar', ({ calendar }) => calendar && `${calendar.from} - ${calendar.to} (${calendar.timeZone})`),
    ],
    [
      t('Contents are kept for', 'I contenuti si conservano per'),
      said('retention', ({ retention }) =>
        retention?.contentMonths
          ? t(`${retention.contentMonths} months`, `${retention.contentMonths} mesi`)
          : undefined,
      ),
    ],
    [
      t('These rules are looked at', 'Queste regole si riesaminano'),
      said('periodicReview.everyMonths', ({ periodicReview }) => {
        const months = periodicReview?.everyMonths ?? 6;
        return t(`every ${months} months`, `ogni ${months} mesi`);
      }),
    ],
    [
      t('Last looked at', 'Ultimo riesame'),
      said('periodicReview.reviewedOn', (one) => one.periodicReview?.reviewedOn && day(one.periodicReview.reviewedOn)),
    ],
    [t('Next', 'Prossimo'), reviewedOn && day(monthsAfter(reviewedOn, everyMonths))],
    [
      t('Who sees to it', 'Chi se ne occupa'),
      said('periodicReview.owner', ({ periodicReview }) =>
        periodicReview?.owner ? partyNames([periodicReview.owner], roles, t) : undefined,
      ),
    ],
  ]);
}

const toolsOf = ({ inventory = [], roles = [] }: GovernancePolicy, note: Note, t: InBoth): Block[] =>
  inventory.length === 0
    ? []
    : [
        {
          kind: 'table',
          head: [
            t('Tool', 'Strumento'),
            t('Allowed', 'Ammesso'),
            t('Purpose', 'Scopo'),
            t('Data', 'Dati'),
            t('Owner', 'Responsabile'),
          ],
          rows: inventory.map((tool) => {
            const said = (field: keyof typeof tool, say: (one: typeof tool) => string | undefined) =>
              note(tool, `inventory.${tool.host}`, [field], say) ?? '';
            return [
              said('host', ({ host, name }) => (name ? `${name}\n${host}` : host)),
              said('allowed', ({ allowed }) => (allowed ? t('yes', 'sì') : t('no', 'no'))),
              said('purpose', ({ purpose }) => purpose),
              said('dataClass', ({ dataClass }) => dataClass),
              said('owner', ({ owner }) => owner && partyNames([owner], roles, t)),
            ];
          }),
        },
      ];
