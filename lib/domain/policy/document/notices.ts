/** Two pages that are handed out by themselves: who answers for published text, and what workers are told. */
import type { GovernancePolicy } from '../policy.ts';
import { mayConcernPublic } from '../process.ts';
import type { InBoth } from '../templates/template.ts';
import { type Block, factsOf, heading, listed, paragraph } from './blocks.ts';
import { partyNames } from './process-part.ts';

/** Who bears editorial responsibility and how it is met (Code of Practice, commitment 4: the person and the means). */
export function editorialPage(policy: GovernancePolicy, t: InBoth): Block[] {
  const publishing = (policy.processes ?? []).filter(mayConcernPublic);
  if (publishing.length === 0) return [];
  return [
    heading(2, t('Editorial responsibility', 'Responsabilità editoriale')),
    paragraph(
      t(
        'AI text that informs the public on matters of public interest goes out only after a person examined its substance, or with a line that says what it is.',
        'Un testo di IA che informa il pubblico su questioni di interesse pubblico esce solo dopo che una persona ne ha esaminato la sostanza, oppure con una riga che lo dichiara.',
      ),
    ),
    ...publishing.flatMap((process): Block[] => [
      heading(3, process.name),
      ...factsOf([
        [t('Responsible', 'Responsabile'), process.responsible?.name ?? t('NOT YET NAMED', 'NON ANCORA INDICATO')],
        [t('Role', 'Ruolo'), process.responsible?.role],
        [t('Where the public finds them', 'Dove il pubblico li trova'), process.responsible?.contactPage],
        [
          t('By which means', 'Con quali mezzi'),
          (process.checklist ?? []).map(({ text }) => text).join(' ') || t('no checklist yet', 'ancora nessuna lista'),
        ],
      ]),
    ]),
  ];
}

/** L. 132/2025 art. 11 and D.Lgs. 152/1997 art. 1-bis: what is used, what is recorded, why, who sees it, how long. */
export function noticeToWorkers(policy: GovernancePolicy, t: InBoth): Block[] {
  const { privacy, retention, periodicReview, roles = [], inventory = [] } = policy;
  const contact = periodicReview?.owner && partyNames([periodicReview.owner], roles, t);
  const tools = inventory.filter(({ allowed }) => allowed).map(({ host, name }) => (name ? `${name} (${host})` : host));
  return [
    heading(2, t('Notice to workers', 'Informativa ai lavoratori')),
    paragraph(
      t(
        'Under article 11 of Italian law 132/2025 and article 1-bis of legislative decree 152/1997. To be read by a labour lawyer before it is given.',
        'Ai sensi dell’articolo 11 della legge 132/2025 e dell’articolo 1-bis del decreto legislativo 152/1997. Da far leggere a un giuslavorista prima della consegna.',
      ),
    ),
    heading(3, t('What is used', 'Che cosa si usa')),
    paragraph(
      t(
        'A browser extension marks answers of AI tools, lets you report what is wrong and, where these rules say so, holds an answer back until it is approved.',
        'Un’estensione del browser segna le risposte degli strumenti di IA, permette di segnalare ciò che non va e, dove lo dicono queste regole, trattiene una risposta finché non è approvata.',
      ),
    ),
    ...listed(tools),
    heading(3, t('What is recorded', 'Che cosa si registra')),
    ...listed([
      t('What you report, with the answer that it is about.', 'Ciò che segnalate, con la risposta a cui si riferisce.'),
      t('Decisions on answers, and who made them.', 'Le decisioni sulle risposte e chi le ha prese.'),
      t(
        'How many answers were seen a day, without content and without a name.',
        'Quante risposte si vedono al giorno, senza contenuto e senza nome.',
      ),
      t(
        `When you worked on an item: only in your own browser, for ${privacy?.activityDays ?? 21} days.`,
        `Quando avete lavorato su un elemento: solo nel vostro browser, per ${privacy?.activityDays ?? 21} giorni.`,
      ),
    ]),
    paragraph(
      t(
        'Answers that you only read stay in your browser. Pages outside the watched tools are not recorded.',
        'Le risposte che leggete soltanto restano nel vostro browser. Le pagine fuori dagli strumenti osservati non vengono registrate.',
      ),
    ),
    heading(3, t('Why, and what it is not for', 'Perché, e a che cosa non serve')),
    paragraph(
      t(
        'To use AI text safely. It is not for the evaluation of staff: figures are shown for five people or more, and nobody is ranked.',
        'Per usare in sicurezza i testi dell’IA. Non serve a valutare il personale: le cifre si mostrano da cinque persone in su e nessuno è messo in classifica.',
      ),
    ),
    ...factsOf([
      [t('Figures of single people', 'Cifre sulle singole persone'), perPersonOf(privacy?.perPerson, t)],
      [
        t('Contents are kept for', 'I contenuti si conservano per'),
        t(`${retention?.contentMonths ?? 24} months`, `${retention?.contentMonths ?? 24} mesi`),
      ],
      [t('Whom to ask', 'A chi rivolgersi'), contact],
      [t('Given on, to whom', 'Consegnata il, a chi'), '______________________________'],
    ]),
  ];
}

type PerPerson = NonNullable<GovernancePolicy['privacy']>['perPerson'];
const perPersonOf = (on: PerPerson, t: InBoth): string =>
  on
    ? t(
        `on, under agreement ${on.agreement}; impact assessment ${on.assessedOn}; notice ${on.noticeOn}`,
        `attive, con accordo ${on.agreement}; valutazione d’impatto ${on.assessedOn}; informativa ${on.noticeOn}`,
      )
    : t('off', 'spente');
