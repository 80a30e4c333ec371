/** What the document says of one process. */
import type { Party, PolicyRole } from '../party.ts';
import type { Process } from '../process.ts';
import type { InBoth } from '../templates/template.ts';
import { type Block, factsOf, heading, listed, paragraph } from './blocks.ts';
import type { Note } from './origin-notes.ts';

/** People, roles and groups in words that a reader knows. */
export function partyNames(parties: readonly Party[], roles: readonly PolicyRole[], t: InBoth): string {
  const own: Record<string, string> = {
    reporter: t('everyone who reports', 'chiunque segnala'),
    reviewer: t('reviewers', 'revisori'),
    admin: t('administrators', 'amministratori'),
  };
  return parties
    .map((party) => {
      const name = party.slice(party.indexOf(':') + 1);
      if (party.startsWith('person:')) return name;
      if (party.startsWith('group:')) return t(`group ${name}`, `gruppo ${name}`);
      return roles.find(({ id }) => id === name)?.name ?? own[name] ?? name;
    })
    .join(', ');
}

export function processPart(process: Process, roles: readonly PolicyRole[], note: Note, t: InBoth): Block[] {
  const who = (parties: readonly Party[] | undefined) => (parties?.length ? partyNames(parties, roles, t) : undefined);
  const said = (fields: string[], say: (one: Process) => string | undefined) =>
    note(process, `processes.${process.id}`, fields, say);
  const purpose = said(['purpose'], (one) => one.purpose);
  return [
    heading(3, process.name),
    ...(purpose ? [paragraph(purpose)] : []),
    ...factsOf([
      [t('Answers for it', 'Ne risponde'), said(['owner'], ({ owner }) => who(owner ? [owner] : []))],
      [t('Where it applies', 'Dove si applica'), said(['applies', 'stopped'], (one) => whereOf(one, t))],
      [t('Risk', 'Rischio'), said(['risk'], (one) => riskOf(one, t))],
      [t('Reaches the public', 'Arriva al pubblico'), said(['publishes', 'publicInterest'], (one) => publicOf(one, t))],
      [
        t('Editorial responsibility', 'Responsabilità editoriale'),
        said(['responsible'], ({ responsible }) => responsible && editorOf(responsible)),
      ],
      [t('Built by', 'Realizzato da'), said(['designers'], ({ designers }) => who(designers))],
      [t('May approve', 'Può approvare'), said(['authority.approve'], ({ authority }) => who(authority?.approve))],
      [t('May block', 'Può bloccare'), said(['authority.block'], ({ authority }) => who(authority?.block))],
      [
        t('May go on with a reason', 'Può procedere con un motivo'),
        said(['gate.override', 'authority.override'], (one) => overrideOf(one, who(one.authority?.override), t)),
      ],
      [t('How much is reviewed', 'Quanto si rivede'), said(['review'], (one) => reviewOf(one, t))],
      [
        t('Before it takes effect', 'Prima che abbia effetto'),
        said(['gate.mode', 'gate.unreviewed', 'gate.reported'], (one) => gateOf(one, t)),
      ],
      [t('How long an approval holds', 'Quanto vale un’approvazione'), said(['approval'], (one) => approvalOf(one, t))],
      [t('Decided within', 'Si decide entro'), said(['dueAfterHours'], (one) => hoursOf(one.dueAfterHours, t))],
    ]),
    ...checklistOf(process, note, t),
    ...escalationOf(process, roles, note, t),
  ];
}

function whereOf({ applies, stopped }: Process, t: InBoth): string | undefined {
  const places = [
    ...(applies.tools ?? []),
    ...(applies.addresses ?? []),
    ...(applies.choice ? [t('wherever a person says so', 'dove una persona lo indica')] : []),
  ];
  const where = places.length > 0 ? places.join(', ') : undefined;
  return stopped ? t(`${where ?? '-'} (stopped)`, `${where ?? '-'} (fermato)`) : where;
}

const riskOf = ({ risk }: Process, t: InBoth): string =>
  ({
    low: t('low', 'basso'),
    medium: t('medium', 'medio'),
    high: t('high', 'alto'),
    regulated: t('regulated: every decision is signed', 'regolato: ogni decisione è firmata'),
  })[risk];

function publicOf({ publishes, publicInterest }: Process, t: InBoth): string {
  if (!publishes) return t('no', 'no');
  return {
    never: t('yes; never on matters of public interest', 'sì; mai su questioni di interesse pubblico'),
    ask: t(
      'yes; whether it is on a matter of public interest is asked each time',
      'sì; ogni volta si chiede se riguarda questioni di interesse pubblico',
    ),
    always: t('yes, on matters of public interest', 'sì, su questioni di interesse pubblico'),
  }[publicInterest];
}

const editorOf = ({ name, role, contactPage }: NonNullable<Process['responsible']>): string =>
  [name, role, contactPage].filter(Boolean).join(', ');

const overrideOf = ({ gate }: Process, who: string | undefined, t: InBoth): string =>
  gate.override === 'never'
    ? t('nobody', 'nessuno')
    : (who ?? t('reviewers, administrators', 'revisori, amministratori'));

function reviewOf(process: Process, t: InBoth): string {
  const { secondOneIn, blockedOneIn } = process.review;
  const second = t(
    `; one in ${secondOneIn} decisions is judged a second time, by somebody who does not see the first`,
    `; una decisione su ${secondOneIn} è rivista in cieco da una seconda persona`,
  );
  const blocked = t(
    `; one in ${blockedOneIn} of what was blocked is looked at again by somebody else`,
    `; un testo bloccato su ${blockedOneIn} è riguardato da un’altra persona`,
  );
  return [
    firstReviewOf(process, t),
    secondOneIn === undefined ? '' : second,
    blockedOneIn === undefined ? '' : blocked,
    statedLimitOf(process, t),
    probesOf(process, t),
  ].join('');
}

function statedLimitOf({ review }: Process, t: InBoth): string {
  if (review.confidence === undefined || review.mode === 'full') return '';
  const limit = percent(review.confidence, t);
  return t(
    `; in any case every answer of which the tool itself says to be less than ${limit} sure`,
    `; in ogni caso ogni risposta di cui lo strumento stesso si dice sicuro per meno del ${limit}`,
  );
}

/** Said to everybody: whoever may be tested knows that they may be, and how often. */
function probesOf({ review: { probeOneIn } }: Process, t: InBoth): string {
  if (probeOneIn === undefined) return '';
  const inHundred = decimal(1_000 / probeOneIn, t);
  return t(
    `; after about ${inHundred} in 100 decisions a reviewer gets a test text that is known to be bad: it is said as soon as they decide, goes nowhere, and what one person misses is shown to that person alone`,
    `; dopo circa ${inHundred} decisioni su 100 chi rivede riceve un testo di prova, sbagliato di proposito: viene detto appena decide, non arriva da nessuna parte, e ciò che sfugge a una persona lo vede solo lei`,
  );
}

function firstReviewOf({ review }: Process, t: InBoth): string {
  if (review.mode === 'full') return t('every answer', 'ogni risposta');
  const { clean = '-', oneIn = '-', limit } = review;
  const most = limit === undefined ? '' : percent(limit, t);
  return t(
    `every answer until ${clean} in a row are clean, then one in ${oneIn}; one defect, and every answer again${most && `; on the long run at most ${most} go out with a defect`}`,
    `ogni risposta finché ${clean} di fila sono pulite, poi una su ${oneIn}; al primo difetto di nuovo tutte${most && `; nel lungo periodo al più il ${most} esce con un difetto`}`,
  );
}

const percent = (share: number, t: InBoth): string => `${decimal(share * 1_000, t)}%`;

/** A tenth of a number, with one digit after the sign that a language has for it. */
function decimal(tenths: number, t: InBoth): string {
  const text = `${Math.round(tenths) / 10}`;
  return t(text, text.replace('.', ','));
}

function gateOf({ gate }: Process, t: InBoth): string {
  const does = {
    pass: t('passes', 'passa'),
    tell: t('passes, and the person is told', 'passa, con un avviso'),
    ask: t('the person is asked first', 'prima si chiede conferma'),
    label: t('is copied with a line that says what it is', 'si copia con una riga che dice che cos’è'),
    hold: t('is held until it is approved', 'è trattenuto fino all’approvazione'),
  };
  const both = t(
    `not reviewed: ${does[gate.unreviewed]}; reported: ${does[gate.reported]}; blocked: is held`,
    `non rivisto: ${does[gate.unreviewed]}; segnalato: ${does[gate.reported]}; bloccato: è trattenuto`,
  );
  return {
    off: t('nothing is held', 'nulla è trattenuto'),
    evaluate: t(`trial run, nothing is held yet: ${both}`, `in prova, per ora nulla è trattenuto: ${both}`),
    active: both,
  }[gate.mode];
}

function approvalOf({ approval }: Process, t: InBoth): string {
  const days = approval?.days;
  const time = days === undefined ? t('without end', 'senza scadenza') : t(`${days} days`, `${days} giorni`);
  return approval?.outlivesVersion
    ? time
    : t(`${time}, or until these rules change`, `${time}, o finché le regole cambiano`);
}

const hoursOf = (hours: number | undefined, t: InBoth): string | undefined =>
  hours === undefined ? undefined : t(`${hours} working hours`, `${hours} ore lavorative`);

const checklistOf = ({ id, checklist = [] }: Process, note: Note, t: InBoth): Block[] =>
  checklist.length === 0
    ? []
    : [
        paragraph(t('Whoever approves answers:', 'Chi approva risponde:')),
        ...listed(
          checklist.flatMap(
            (point) =>
              note(point, `processes.${id}.checklist.${point.id}`, ['text', 'without'], ({ text, without }) =>
                without === 'block' ? text : t(`${text} (may be left out)`, `${text} (si può omettere)`),
              ) ?? [],
          ),
        ),
      ];

function escalationOf({ id, escalation = [] }: Process, roles: readonly PolicyRole[], note: Note, t: InBoth): Block[] {
  if (escalation.length === 0) return [];
  const steps = escalation.flatMap(
    (step, at) =>
      note(step, `processes.${id}.escalation.${at + 1}`, ['to', 'escalateAfterHours'], (one) =>
        t(
          `${partyNames(one.to, roles, t)}: ${one.escalateAfterHours} working hours`,
          `${partyNames(one.to, roles, t)}: ${one.escalateAfterHours} ore lavorative`,
        ),
      ) ?? [],
  );
  return [
    paragraph(
      t(
        'If nobody answers in time, it goes on in this order. Silence is never a yes:',
        'Se nessuno risponde in tempo, passa in questo ordine. Il silenzio non vale mai come un sì:',
      ),
    ),
    ...listed(steps),
  ];
}
