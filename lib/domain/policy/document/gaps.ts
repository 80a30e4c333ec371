/** What sound rules still lack, in the words of a document. */
import { completenessOf } from '../completeness.ts';
import type { GovernancePolicy } from '../policy.ts';
import type { InBoth } from '../templates/template.ts';
import { type Block, factsOf, listed, paragraph } from './blocks.ts';

/** How complete each process is, and what is still missing, by its name. */
export function scoresOf(policy: GovernancePolicy, today: string, t: InBoth): Block[] {
  const { scores, findings } = completenessOf(policy, today);
  if (findings.length === 0) return [paragraph(t('Nothing that is looked for.', 'Nulla di ciò che si controlla.'))];
  const rows = (policy.processes ?? []).map((process): [string, string] => [
    process.name,
    `${scores[process.id] ?? 0}%`,
  ]);
  const lines = findings.map(({ field, gap }) => {
    const name = nameAt(policy, field);
    return name === undefined ? GAP_WORDS[gap](t) : `${name}: ${GAP_WORDS[gap](t)}`;
  });
  return [...factsOf(rows), ...listed(lines)];
}

/** What a gap is of, by its name: readers of a document know no fields. */
function nameAt({ processes = [], roles = [], inventory = [] }: GovernancePolicy, field: string): string | undefined {
  const [list, id] = field.split('.');
  // Lists are counted from one, as people count.
  if (list === 'inventory') return inventory[Number(id) - 1]?.host;
  const named: readonly { id: string; name: string }[] =
    list === 'processes' ? processes : list === 'roles' ? roles : [];
  return named.find((one) => one.id === id)?.name;
}

const GAP_WORDS: Readonly<Record<ReturnType<typeof completenessOf>['findings'][number]['gap'], (t: InBoth) => string>> =
  {
    noOwner: (t) => t('nobody answers for it', 'nessuno ne risponde'),
    noPurpose: (t) => t('no purpose is given', 'manca lo scopo'),
    noEscalation: (t) => t('nobody hears of it when a time runs out', 'nessuno viene avvisato se il tempo scade'),
    noChecklist: (t) => t('approvers have no checklist', 'chi approva non ha una lista di controllo'),
    noBrief: (t) => t('there is no brief', 'manca la traccia'),
    noResponsible: (t) => t('nobody bears editorial responsibility', 'nessuno ha la responsabilità editoriale'),
    noDueTime: (t) => t('there is no time by which it is decided', 'manca il termine per decidere'),
    designerReviews: (t) => t('who built it also approves', 'chi lo ha realizzato approva anche'),
    publicNotFull: (t) =>
      t(
        'text for the public needs full review or a label',
        'i testi per il pubblico richiedono revisione completa o un’etichetta',
      ),
    appliesNowhere: (t) => t('it applies nowhere', 'non si applica da nessuna parte'),
    appliesTwice: (t) => t('another process applies at the same place', 'un altro processo vale nello stesso posto'),
    twoConfidences: (t) =>
      t('processes name different confidence limits', 'i processi indicano soglie di sicurezza diverse'),
    toolHalfSaid: (t) =>
      t('a tool has no owner, purpose or class of data', 'uno strumento non ha responsabile, scopo o classe di dati'),
    forbiddenTool: (t) =>
      t('a process names a tool that is not allowed', 'un processo indica uno strumento non ammesso'),
    roleWithoutMembers: (t) => t('a role that decides has no members', 'un ruolo che decide non ha membri'),
    noObjectives: (t) => t('there are no objectives', 'mancano gli obiettivi'),
    noReviewOwner: (t) => t('nobody sees to the review of these rules', 'nessuno si occupa del riesame delle regole'),
    reviewOverdue: (t) => t('the review of these rules is overdue', 'il riesame delle regole è scaduto'),
    noCalendar: (t) => t('there is no working time', 'manca l’orario di lavoro'),
    noLiteracy: (t) => t('no measures for people', 'nessuna misura per le persone'),
    shortRetention: (t) =>
      t('contents are kept for less than six months', 'i contenuti si conservano meno di sei mesi'),
  };
