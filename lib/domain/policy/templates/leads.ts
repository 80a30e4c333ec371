import { escalationPath, mayTick, mustTick, type PolicyTemplate, PROCESS_START } from './template.ts';

export const leads: PolicyTemplate = {
  id: 'leads',
  name: (t) => t('Lead qualification', 'Qualificazione dei contatti'),
  about: (t) =>
    t(
      'For sales teams that sum up or rank enquiries with AI.',
      'Per chi nelle vendite riassume o ordina le richieste con l’aiuto dell’IA.',
    ),
  parts: (t) => ({
    title: t('How we use AI to qualify leads', 'Come usiamo l’IA per qualificare i contatti'),
    objectives: [
      {
        id: 'fair',
        text: t(
          'Nobody is turned away by a machine: a person decides, and can say why.',
          'Nessuno viene scartato da una macchina: decide una persona, e sa dire perché.',
        ),
        measure: t('Decisions changed by people', 'Decisioni cambiate dalle persone'),
      },
    ],
    limits: [
      {
        id: 'no-sole-decision',
        text: t(
          'No decision that affects a person rests on AI alone (GDPR, article 22).',
          'Nessuna decisione che riguarda una persona si fonda solo sull’IA (GDPR, articolo 22).',
        ),
      },
      {
        id: 'no-special-data',
        text: t(
          'No data on health, beliefs, origin or union membership in a prompt.',
          'Nessun dato su salute, convinzioni, origine o appartenenza sindacale in una richiesta.',
        ),
      },
    ],
    processes: [
      {
        ...PROCESS_START,
        id: 'lead-qualification',
        name: t('Lead qualification', 'Qualificazione dei contatti'),
        purpose: t(
          'Summaries and rankings of enquiries, for our own sales people.',
          'Riassunti e ordinamenti delle richieste, per i nostri commerciali.',
        ),
        risk: 'medium',
        publishes: false,
        publicInterest: 'never',
        review: { mode: 'earned', clean: 30, oneIn: 5, limit: 0.05, unacceptable: 0.15 },
        escalation: escalationPath(),
        brief: {
          fields: [
            { id: 'enquiry', label: t('The enquiry', 'La richiesta'), kind: 'text', required: true },
            { id: 'criteria', label: t('Criteria that count', 'Criteri che contano'), kind: 'text', required: true },
          ],
          template: t(
            'Sum up this enquiry and judge it by these criteria only. Name the words on which each judgement rests.\nCriteria:\n{{criteria}}\nEnquiry:\n{{enquiry}}',
            'Riassumi questa richiesta e valutala solo con questi criteri. Cita le parole su cui si fonda ogni giudizio.\nCriteri:\n{{criteria}}\nRichiesta:\n{{enquiry}}',
          ),
        },
        checklist: [
          mustTick(
            'words',
            t('Each judgement rests on words of the enquiry.', 'Ogni giudizio si fonda su parole della richiesta.'),
          ),
          mustTick('person', t('A person decides what follows.', 'Una persona decide che cosa ne segue.')),
          mayTick('missing', t('What is missing is said.', 'Quello che manca è detto.')),
        ],
      },
    ],
  }),
};
