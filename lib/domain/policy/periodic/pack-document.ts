/** The pack of a periodic review as a document, in either language. */
import { FEWEST_PEOPLE } from '../../figures/groups.ts';
import { type Block, dayIn, factsOf, listed, type PolicyDocument, paragraph, section } from '../document/blocks.ts';
import { scoresOf } from '../document/gaps.ts';
import { partyNames } from '../document/process-part.ts';
import { type InBoth, inBoth, type PolicyLanguage } from '../templates/template.ts';
import type { Difference } from '../writing/draft.ts';
import { nextReview, type SignedReview, signersOf, withLastReview } from './due.ts';
import { type FigureWords, figureWords } from './figure-words.ts';
import type { PackProcess, PackVersion, ReviewPack } from './pack.ts';
import { replayPart } from './replay-part.ts';

interface Writing extends FigureWords {
  t: InBoth;
  day(at: string): string;
}

interface Printing {
  language: PolicyLanguage;
  /** ISO date of today, which is printed. */
  today: string;
  /** SHA-256 of the pack as JSON. */
  hash: string;
  /** The sign-off of this very pack, once there is one. */
  own?: SignedReview | undefined;
}

/** The words of the organisation stay in its own language; those of the product are in the language asked for. */
export function packDocument(pack: ReviewPack, { language, today, hash, own }: Printing): PolicyDocument {
  const t = inBoth(language);
  const writing: Writing = { t, day: dayIn(language), ...figureWords(language) };
  const { policy, from, until, read } = pack;
  const { day } = writing;
  const span = t(`${day(from)} to ${day(until)}`, `dal ${day(from)} al ${day(until)}`);
  return {
    language,
    title: t('Review of the rules', 'Riesame delle regole'),
    line: [
      policy.organisation?.name ?? policy.title,
      t(`version ${policy.version}`, `versione ${policy.version}`),
      span,
      t(`printed on ${day(today)}`, `stampato il ${day(today)}`),
    ]
      .filter(Boolean)
      .join(' · '),
    blocks: [
      ...headPart(pack, writing),
      ...section(t('Versions in this time', 'Versioni nel periodo'), versionsPart(pack.versions, writing)),
      ...section(t('What is proposed', 'Che cosa si propone'), proposedPart(pack, writing)),
      ...section(t('Figures', 'Cifre'), figuresPart(pack, writing)),
      ...section(t('Processes', 'Processi'), processesPart(read.processes, writing)),
      ...section(t('Exceptions and emergencies', 'Eccezioni ed emergenze'), passesPart(read.processes, writing)),
      ...section(t('Open points', 'Punti aperti'), openPart(pack, today, writing)),
      ...section(
        pack.proposed
          ? t('This time replayed under what is proposed', 'Il periodo rifatto con le regole proposte')
          : t('This time replayed under the rules in force', 'Il periodo rifatto con le regole in vigore'),
        replayPart(read.replay, writing),
      ),
      ...section(t('Reviews before this one', 'Riesami precedenti'), signedPart(read.signed, writing)),
      ...section(t('Signature', 'Firma'), signaturePart(pack, { hash, own }, writing)),
    ],
  };
}

function headPart({ policy, read }: ReviewPack, { t, day }: Writing): Block[] {
  const { everyMonths } = policy.periodicReview ?? { everyMonths: 6 };
  const last = read.signed.at(-1);
  const due = nextReview(withLastReview(policy, read.signed));
  return [
    paragraph(
      t(
        'Put together by the product from the record. It is about rules, texts and processes, and not for the evaluation of staff.',
        'Composto dal prodotto a partire dalla registrazione. Riguarda regole, testi e processi, e non serve a valutare il personale.',
      ),
    ),
    ...factsOf([
      [t('Looked at', 'Si riesaminano'), t(`every ${everyMonths} months`, `ogni ${everyMonths} mesi`)],
      [t('Last signed', 'Ultima firma'), last ? day(last.signedAt) : t('never', 'mai')],
      [t('This one was due on', 'Da firmare entro'), due && day(due)],
      [t('Signed by', 'Firma'), partyNames(signersOf(policy), policy.roles ?? [], t)],
    ]),
  ];
}

function versionsPart(versions: readonly PackVersion[], { t, day }: Writing): Block[] {
  if (versions.length === 0)
    return [
      paragraph(
        t(
          'No server keeps the versions of these rules, so what changed in this time is not known here.',
          'Nessun server conserva le versioni di queste regole: che cosa è cambiato nel periodo qui non si sa.',
        ),
      ),
    ];
  return versions.flatMap(({ number, version, by, inForceFrom, note, differences }): Block[] => [
    { kind: 'heading', level: 3, text: t(`${number}: ${version}`, `${number}: ${version}`) },
    ...factsOf([
      [t('In force from', 'In vigore dal'), day(inForceFrom)],
      [t('Published by', 'Pubblicata da'), by],
      [t('Why', 'Perché'), note],
    ]),
    ...(differences ? differencesPart(differences, t) : []),
  ]);
}

function differencesPart(differences: readonly Difference[], t: InBoth): Block[] {
  if (differences.length === 0) return [paragraph(t('Nothing differs.', 'Non cambia nulla.'))];
  const rows = differences.map(({ field, before, after }) => [
    field,
    before ?? t('nothing', 'nulla'),
    after ?? t('nothing', 'nulla'),
  ]);
  return [{ kind: 'table', head: [t('Field', 'Campo'), t('Before', 'Prima'), t('After', 'Dopo')], rows }];
}

const proposedPart = ({ proposed }: ReviewPack, { t }: Writing): Block[] =>
  proposed
    ? [
        paragraph(t(`Version ${proposed.version}.`, `Versione ${proposed.version}.`)),
        ...differencesPart(proposed.differences, t),
      ]
    : [paragraph(t('No other rules are proposed.', 'Non si propongono altre regole.'))];

function figuresPart({ figures, months, scope }: ReviewPack, { t, nameOf, figureText, monthText }: Writing): Block[] {
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const rows = figures
    .filter(({ figure, before }) => figure.n > 0 || before.n > 0)
    .map(({ id, figure, before }) => [nameOf(id), figureText(figure), before.n > 0 ? figureText(before) : '']);
  const span = t(
    `Whole months, ${monthText(first)} to ${monthText(last)}.`,
    `Mesi interi, da ${monthText(first)} a ${monthText(last)}.`,
  );
  const people = t(
    `Of a team there are figures from ${FEWEST_PEOPLE} people up.`,
    `Di un gruppo si danno cifre da ${FEWEST_PEOPLE} persone in su.`,
  );
  if (rows.length === 0)
    return [
      paragraph(span),
      paragraph(t('There is nothing to count.', 'Non c’è nulla da contare.')),
      paragraph(people),
    ];
  return [
    paragraph(scope === 'team' ? `${span} ${people}` : span),
    {
      kind: 'table',
      head: [t('Figure', 'Cifra'), t('This time', 'Periodo'), t('As many months before', 'Altrettanti mesi prima')],
      rows,
    },
  ];
}

function processesPart(processes: readonly PackProcess[], { t, number, share, hours, day }: Writing): Block[] {
  if (processes.length === 0) return [];
  const few = t('not shown (few people)', 'non mostrato (poche persone)');
  const found = (reviewed: number | undefined, defects: number | undefined) =>
    reviewed === undefined ? few : `${number(reviewed)} / ${number(defects ?? 0)}`;
  const median = (of: number | undefined) => (of === undefined ? '' : hours(of));
  return [
    {
      kind: 'table',
      head: [
        t('Process', 'Processo'),
        t('Texts', 'Testi'),
        t('Reviewed / with a defect', 'Esaminati / con un difetto'),
        t('Half decided within', 'Metà decisi entro'),
        t('Frozen before the pilot', 'Fissato prima del pilota'),
      ],
      rows: processes.map(({ name, recorded, baseline }) => [
        name,
        number(recorded.texts),
        found(recorded.reviewed, recorded.defects),
        median(recorded.medianHours),
        baseline
          ? [
              day(baseline.frozenAt),
              t(`${number(baseline.texts)} texts`, `${number(baseline.texts)} testi`),
              found(baseline.reviewed, baseline.defects),
              median(baseline.medianHours),
              goalsOf(baseline.goals, t, { share, hours }),
            ]
              .filter(Boolean)
              .join('\n')
          : '',
      ]),
    },
  ];
}

const goalsOf = (
  { defects, withinHours }: NonNullable<PackProcess['baseline']>['goals'],
  t: InBoth,
  { share, hours }: Pick<FigureWords, 'share' | 'hours'>,
): string =>
  [
    defects === undefined
      ? ''
      : t(`aim: at most ${share(defects)} with a defect`, `obiettivo: al più ${share(defects)} con un difetto`),
    withinHours === undefined
      ? ''
      : t(`aim: half within ${hours(withinHours)}`, `obiettivo: metà entro ${hours(withinHours)}`),
  ]
    .filter(Boolean)
    .join('\n');

function passesPart(processes: readonly PackProcess[], { t, number }: Writing): Block[] {
  if (processes.length === 0) return [];
  return [
    {
      kind: 'table',
      head: [
        t('Process', 'Processo'),
        t('On one’s own word', 'Sulla propria parola'),
        t('By another’s leave', 'Con il permesso di altri'),
        t('In an emergency', 'In emergenza'),
        t('Nobody has looked since', 'Nessuno ha ancora guardato'),
        t('Stands still', 'Fermo'),
      ],
      rows: processes.map(({ name, passes, isStopped }) => [
        name,
        ...[passes.override, passes.exception, passes.bypass, passes.unseen].map((count) => number(count)),
        isStopped ? t('yes', 'sì') : '',
      ]),
    },
  ];
}

function openPart({ policy, read }: ReviewPack, today: string, { t, number }: Writing): Block[] {
  const { late, requests, unseen, looks, questions } = read.open;
  const counts: [number, string][] = [
    [late, t('Texts that wait past their time', 'Testi in attesa oltre il termine')],
    [requests, t('Requests without an answer', 'Richieste senza risposta')],
    [
      unseen,
      t('Passes without an approval at which nobody has looked', 'Passaggi senza approvazione che nessuno ha guardato'),
    ],
    [looks, t('Blocks that wait for a second look', 'Blocchi in attesa di un secondo sguardo')],
    [questions, t('Questions without an answer', 'Domande senza risposta')],
  ];
  return [
    ...listed(counts.filter(([count]) => count > 0).map(([count, what]) => `${what}: ${number(count)}`)),
    ...scoresOf(withLastReview(policy, read.signed), today, t),
  ];
}

const OUTCOMES: Readonly<Record<SignedReview['outcome'], (t: InBoth) => string>> = {
  kept: (t) => t('the rules stay as they are', 'le regole restano come sono'),
  to_change: (t) => t('other rules are to be written', 'si scriveranno altre regole'),
};

const signedPart = (signed: readonly SignedReview[], { t, day }: Writing): Block[] =>
  signed.length === 0
    ? [paragraph(t('None was signed yet.', 'Nessuno è stato ancora firmato.'))]
    : [
        {
          kind: 'table',
          head: [
            t('Signed', 'Firmato'),
            t('By', 'Da'),
            t('Of version', 'Versione'),
            t('Outcome', 'Esito'),
            t('Note', 'Nota'),
          ],
          rows: signed.map(({ signedAt, by, version, outcome, note }) => [
            ...[day(signedAt), by ?? '', version],
            ...[OUTCOMES[outcome](t), note ?? ''],
          ]),
        },
      ];

/** The pack of a review that was signed says so; before that there is room for a name. */
function signaturePart({ policy }: ReviewPack, { hash, own }: Pick<Printing, 'hash' | 'own'>, { t, day }: Writing) {
  return factsOf([
    [t('Signed on', 'Firmato il'), own ? day(own.signedAt) : '____________________'],
    [
      t('By', 'Da'),
      own ? (own.by ?? '') : `____________________ (${partyNames(signersOf(policy), policy.roles ?? [], t)})`,
    ],
    [t('Outcome', 'Esito'), own ? OUTCOMES[own.outcome](t) : '____________________'],
    [t('Note', 'Nota'), own?.note],
    [t('SHA-256 of the pack as JSON', 'SHA-256 del fascicolo in JSON'), hash],
  ]);
}
