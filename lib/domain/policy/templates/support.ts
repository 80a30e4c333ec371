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

/** Read by everybody: held to the rules for text that reaches the public. */
const faq = (t: InBoth): Process => ({
  ...PROCESS_START,
  id: 'customer-faq',
  name: t('Customer FAQ', 'FAQ per i clienti'),
  purpose: t('Answers on our help pages.', 'Risposte nelle nostre pagine di aiuto.'),
  risk: 'medium',
  publishes: true,
  publicInterest: 'ask',
  escalation: escalationPath(),
  brief: {
    fields: [
      { id: 'question', label: t('The customer’s question', 'La domanda del cliente'), required: true },
      { id: 'product', label: t('Product and version', 'Prodotto e versione'), required: true },
      {
        id: 'source',
        label: t('What our documents say', 'Che cosa dicono i nostri documenti'),
        kind: 'text',
        required: true,
      },
    ],
    template: t(
      'Answer this question of a customer about {{product}}: {{question}}\nUse only what stands here, and say so if it is not enough:\n{{source}}',
      'Rispondi a questa domanda di un cliente su {{product}}: {{question}}\nUsa solo quanto segue e indica se non basta:\n{{source}}',
    ),
  },
  checklist: [
    ...publicPoints(t),
    mustTick('current', t('It holds for the version that is sold today.', 'Vale per la versione in vendita oggi.')),
  ],
});

/** Read by one customer: here review may become less where the record allows it. */
const replies = (t: InBoth): Process => ({
  ...PROCESS_START,
  id: 'after-sales-replies',
  name: t('Replies to customers', 'Risposte ai clienti'),
  purpose: t('Replies to a single customer, by mail or chat.', 'Risposte a un singolo cliente, per mail o chat.'),
  risk: 'low',
  publishes: false,
  publicInterest: 'never',
  review: { mode: 'earned', clean: 30, oneIn: 10, limit: 0.05, unacceptable: 0.2 },
  gate: { ...PROCESS_START.gate, unreviewed: 'tell' },
  dueAfterHours: 4,
  escalation: escalationPath(),
  brief: {
    fields: [
      {
        id: 'case',
        label: t('What the customer wrote', 'Che cosa ha scritto il cliente'),
        kind: 'text',
        required: true,
      },
      {
        id: 'facts',
        label: t('What we know of the case', 'Che cosa sappiamo del caso'),
        kind: 'text',
        required: true,
      },
    ],
    template: t(
      'Draft a reply. The customer wrote:\n{{case}}\nUse only these facts and promise nothing else:\n{{facts}}',
      'Prepara una risposta. Il cliente ha scritto:\n{{case}}\nUsa solo questi fatti e non promettere altro:\n{{facts}}',
    ),
  },
  checklist: [
    mustTick('promise', t('It promises nothing that we do not do.', 'Non promette nulla che non facciamo.')),
    mayTick('tone', t('It answers what was asked.', 'Risponde a ciò che è stato chiesto.')),
  ],
});

export const support: PolicyTemplate = {
  id: 'support',
  name: (t) => t('Customer FAQ and after-sales support', 'FAQ per i clienti e assistenza post-vendita'),
  about: (t) =>
    t(
      'For those who answer customers, one by one or on a help page.',
      'Per chi risponde ai clienti, uno per uno o in una pagina di aiuto.',
    ),
  parts: (t) => ({
    title: t('How we use AI to answer customers', 'Come usiamo l’IA per rispondere ai clienti'),
    objectives: [
      {
        id: 'right-answers',
        text: t(
          'A customer never acts on a wrong answer of ours.',
          'Nessun cliente agisce in base a una nostra risposta sbagliata.',
        ),
        measure: t('Defects per 1,000 answers', 'Difetti ogni 1.000 risposte'),
      },
      {
        id: 'quick-answers',
        text: t('Review does not slow support down.', 'La revisione non rallenta l’assistenza.'),
        measure: t('Time to approval: median and slowest tenth', 'Tempo all’approvazione: mediana e decimo più lento'),
      },
    ],
    limits: [
      {
        id: 'no-promises',
        text: t(
          'AI promises no refund, delivery date, discount or warranty.',
          'L’IA non promette rimborsi, date di consegna, sconti o garanzie.',
        ),
      },
      {
        id: 'no-safety',
        text: t(
          'Questions of safety go to a person at once.',
          'Le domande sulla sicurezza passano subito a una persona.',
        ),
      },
    ],
    processes: [faq(t), replies(t)],
  }),
};
