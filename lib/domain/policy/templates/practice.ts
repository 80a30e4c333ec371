import { escalationPath, mayTick, mustTick, mustWrite, type PolicyTemplate, PROCESS_START } from './template.ts';

/** L. 132/2025 art. 13: AI only in support, human work prevails, and the client is told in plain words. */
export const practice: PolicyTemplate = {
  id: 'practice',
  name: (t) => t('Professional practice', 'Studio professionale'),
  about: (t) =>
    t(
      'For lawyers, accountants, engineers and other professions (Italian law 132/2025, article 13).',
      'Per avvocati, commercialisti, ingegneri e altre professioni (legge 132/2025, articolo 13).',
    ),
  parts: (t) => ({
    title: t('How our practice uses AI', 'Come il nostro studio usa l’IA'),
    objectives: [
      {
        id: 'human-work',
        text: t(
          'The work is ours: AI supports it and never takes its place.',
          'Il lavoro è nostro: l’IA lo sostiene e non lo sostituisce.',
        ),
        measure: t('Texts with the reasons of a professional', 'Testi con la motivazione di un professionista'),
      },
      {
        id: 'client-told',
        text: t(
          'Every client knows in plain words how we use AI.',
          'Ogni cliente sa, con parole semplici, come usiamo l’IA.',
        ),
        measure: t('Client notices given', 'Informative consegnate'),
      },
    ],
    limits: [
      {
        id: 'no-names',
        text: t(
          'No names and no secrets of clients go into a tool that we have no contract for.',
          'Nessun nome e nessun segreto dei clienti entra in uno strumento per cui non abbiamo un contratto.',
        ),
      },
      {
        id: 'sources-opened',
        text: t(
          'No ruling, rule or standard is quoted that nobody opened.',
          'Non si cita una sentenza, una norma o uno standard che nessuno ha aperto.',
        ),
      },
    ],
    processes: [
      {
        ...PROCESS_START,
        id: 'professional-work',
        name: t('Work for clients', 'Lavoro per i clienti'),
        purpose: t('Drafts, research and summaries for clients.', 'Bozze, ricerche e sintesi per i clienti.'),
        risk: 'high',
        publishes: false,
        publicInterest: 'never',
        gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'never' },
        // Many practices are one person: after a night's sleep one may look again oneself, and the text says so.
        selfReviewAfterHours: 8,
        escalation: escalationPath(),
        brief: {
          fields: [
            { id: 'question', label: t('The question', 'La questione'), kind: 'text', required: true },
            {
              id: 'reasoning',
              label: t('My own reasoning so far', 'Il mio ragionamento fin qui'),
              kind: 'text',
              required: true,
            },
          ],
          template: t(
            'Question: {{question}}\nMy reasoning: {{reasoning}}\nTest it. Name what speaks against it, with sources that I can open.',
            'Questione: {{question}}\nIl mio ragionamento: {{reasoning}}\nMettilo alla prova. Indica che cosa lo contraddice, con fonti che posso aprire.',
          ),
        },
        checklist: [
          mustTick('sources', t('I opened every source that is quoted.', 'Ho aperto ogni fonte citata.')),
          mustWrite('reasons', t('Why I agree, in my own words', 'Perché sono d’accordo, con parole mie')),
          mustTick(
            'told',
            t('The client was told how we use AI.', 'Il cliente è stato informato su come usiamo l’IA.'),
          ),
          mayTick('date', t('It holds as of today.', 'Vale alla data di oggi.')),
        ],
      },
    ],
  }),
};
