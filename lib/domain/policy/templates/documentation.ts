import { escalationPath, mayTick, mustTick, type PolicyTemplate, PROCESS_START, publicPoints } from './template.ts';

export const documentation: PolicyTemplate = {
  id: 'documentation',
  name: (t) => t('Technical documentation', 'Documentazione tecnica'),
  about: (t) =>
    t(
      'For manuals, instructions, release notes and data sheets.',
      'Per manuali, istruzioni, note di versione e schede tecniche.',
    ),
  parts: (t) => ({
    title: t('How we use AI for technical documentation', 'Come usiamo l’IA per la documentazione tecnica'),
    objectives: [
      {
        id: 'works-as-written',
        text: t('Whoever follows a step gets what it says.', 'Chi segue un passo ottiene ciò che è scritto.'),
        measure: t('Defects per 1,000 texts', 'Difetti ogni 1.000 testi'),
      },
    ],
    limits: [
      {
        id: 'no-invented-values',
        text: t(
          'AI makes up no values: limits, torques, voltages, doses and dates come from our drawings and tests.',
          'L’IA non inventa valori: limiti, coppie, tensioni, dosi e date vengono dai nostri disegni e dalle nostre prove.',
        ),
      },
      {
        id: 'safety-by-expert',
        text: t(
          'Safety notices are written and approved by whoever answers for product safety.',
          'Le avvertenze di sicurezza le scrive e le approva chi risponde della sicurezza del prodotto.',
        ),
      },
    ],
    processes: [
      {
        ...PROCESS_START,
        id: 'technical-documentation',
        name: t('Technical documentation', 'Documentazione tecnica'),
        purpose: t(
          'Instructions that people follow with our products.',
          'Istruzioni che le persone seguono con i nostri prodotti.',
        ),
        risk: 'high',
        publishes: true,
        publicInterest: 'ask',
        gate: { ...PROCESS_START.gate, unreviewed: 'hold' },
        escalation: escalationPath(),
        brief: {
          fields: [
            { id: 'product', label: t('Product and version', 'Prodotto e versione'), required: true },
            { id: 'reader', label: t('Who follows it', 'Chi la segue'), required: true },
            {
              id: 'source',
              label: t('Drawings, tests, notes', 'Disegni, prove, appunti'),
              kind: 'text',
              required: true,
            },
          ],
          template: t(
            'Write instructions for {{reader}}, product {{product}}. Take every value from here, and mark what is missing:\n{{source}}',
            'Scrivi istruzioni per {{reader}}, prodotto {{product}}. Prendi ogni valore da qui e segna ciò che manca:\n{{source}}',
          ),
        },
        checklist: [
          ...publicPoints(t),
          mustTick(
            'tried',
            t('I carried out the steps as they are written.', 'Ho eseguito i passi come sono scritti.'),
          ),
          mustTick(
            'values',
            t('Every value is in a drawing or a test.', 'Ogni valore è in un disegno o in una prova.'),
          ),
          mayTick('terms', t('It uses our terms.', 'Usa i nostri termini.')),
        ],
      },
    ],
  }),
};
