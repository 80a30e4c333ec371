import type { Process } from '../process.ts';
import {
  escalationPath,
  type InBoth,
  mayTick,
  mustTick,
  type PolicyTemplate,
  PROCESS_START,
  publicPoints,
} from './template.ts';

const content = (t: InBoth): Process => ({
  ...PROCESS_START,
  id: 'marketing-content',
  name: t('Marketing content', 'Contenuti di marketing'),
  purpose: t(
    'Drafts of texts that reach customers and the public.',
    'Bozze di testi che arrivano ai clienti e al pubblico.',
  ),
  risk: 'medium',
  publishes: true,
  publicInterest: 'ask',
  escalation: escalationPath(),
  brief: {
    fields: [
      { id: 'audience', label: t('Who reads it', 'Chi lo legge'), required: true },
      {
        id: 'channel',
        label: t('Where it appears', 'Dove appare'),
        kind: 'choice',
        choices: [
          t('Website', 'Sito'),
          t('Newsletter', 'Newsletter'),
          t('Social media', 'Social'),
          t('Advert', 'Annuncio'),
        ],
        required: true,
      },
      {
        id: 'facts',
        label: t('Facts that may be stated, with their source', 'Fatti che si possono dire, con la fonte'),
        kind: 'text',
        required: true,
      },
      { id: 'tone', label: t('Tone', 'Tono') },
    ],
    template: t(
      'Write for {{audience}}, to appear here: {{channel}}. Tone: {{tone}}. State only these facts, and say so where one is missing:\n{{facts}}',
      'Scrivi per {{audience}}, destinazione: {{channel}}. Tono: {{tone}}. Usa solo questi fatti e indica se ne manca uno:\n{{facts}}',
    ),
  },
  checklist: [
    ...publicPoints(t),
    mustTick(
      'claims',
      t(
        'Every claim on health, safety, price or sustainability has proof on file.',
        'Ogni affermazione su salute, sicurezza, prezzo o sostenibilità ha una prova agli atti.',
      ),
    ),
    mayTick('voice', t('It sounds like us.', 'Il tono è il nostro.')),
  ],
});

export const marketing: PolicyTemplate = {
  id: 'marketing',
  name: (t) => t('Marketing content', 'Contenuti di marketing'),
  about: (t) =>
    t(
      'For those who write posts, newsletters, product pages and adverts with AI.',
      'Per chi scrive post, newsletter, pagine di prodotto e annunci con l’aiuto dell’IA.',
    ),
  parts: (t) => ({
    title: t('How we use AI for marketing content', 'Come usiamo l’IA per i contenuti di marketing'),
    objectives: [
      {
        id: 'true-claims',
        text: t(
          'Nothing is published under our name that nobody checked.',
          'Nulla esce a nostro nome senza che qualcuno lo abbia verificato.',
        ),
        measure: t('Reports on published texts, each month', 'Segnalazioni sui testi pubblicati, ogni mese'),
      },
      {
        id: 'time-to-publish',
        text: t(
          'A text is decided on within one working day.',
          'Su ogni testo si decide entro una giornata lavorativa.',
        ),
        measure: t('Time to approval: median and slowest tenth', 'Tempo all’approvazione: mediana e decimo più lento'),
      },
    ],
    limits: [
      {
        id: 'no-comparisons',
        text: t(
          'AI writes no claims about competitors, prices of others, health, safety or sustainability that we cannot prove.',
          'L’IA non scrive affermazioni su concorrenti, prezzi altrui, salute, sicurezza o sostenibilità che non possiamo provare.',
        ),
      },
      {
        id: 'no-people',
        text: t(
          'No personal data of customers goes into a prompt.',
          'Nessun dato personale dei clienti entra in una richiesta.',
        ),
      },
    ],
    processes: [content(t)],
  }),
};
