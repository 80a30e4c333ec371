import type { Lang } from '../contract.ts';

/** What two people write to each other: what the person at this browser types, and what the other one answers. */
export interface Talk {
  other: string;
  before: readonly { mine: boolean; text: string }[];
  lines: readonly { typed: string; replies: readonly string[] }[];
}

const ENGLISH: Talk = {
  other: 'Marta Lindqvist',
  before: [
    { mine: false, text: 'Morning! Did the crates for Ghent leave yesterday?' },
    { mine: true, text: 'Two of three. The last one waits for the customs stamp.' },
    {
      mine: false,
      text: 'Hm, the customer counts on all three by Thursday. I promised them on the phone, so I would rather call before they do. Can you find out when the officer is back?',
    },
  ],
  lines: [
    {
      typed: 'She is back at two, I asked at the gate.',
      replies: [
        'Perfect, thank you',
        'Then I will tell them Thursday noon at the latest. If the stamp comes before three we still make the evening lorry, otherwise we take the van ourselves: it is only four hours and Piet has driven it before.',
      ],
    },
    {
      typed: 'The van is in the garage until tomorrow though',
      replies: ['Oh no. Since when?? I will ask my brother-in-law, he has a trailer and owes me one.'],
    },
    {
      typed: 'Got the stamp! It goes on the evening lorry.',
      replies: ['You are the best. I owe you a coffee, and the people in Ghent a box of chocolates.'],
    },
  ],
};

const ITALIAN: Talk = {
  other: 'Davide Ferrante',
  before: [
    { mine: false, text: 'Ciao, hai visto la mail della tipografia?' },
    { mine: true, text: 'No, cosa dicono?' },
    {
      mine: false,
      text: 'Che il blu della copertina viene troppo scuro. Ci mandano una prova domani mattina, però se vogliamo cambiare carta dobbiamo deciderlo entro stasera perché poi il formato non è più disponibile.',
    },
  ],
  lines: [
    {
      typed: 'Io terrei la carta e schiarirei il colore.',
      replies: [
        'Anche secondo me',
        'Chiedo a Lucia se ha ancora il file con i livelli separati, così glielo rimandiamo oggi. L’ultima volta ci avevano messo due giorni solo per rispondere.',
      ],
    },
    {
      typed: 'Il file ce l’ho io, lo carico adesso nella cartella.',
      replies: ['Grande. Avvisami quando finisce, che la linea oggi va a rilento e non vorrei mandarne mezzo.'],
    },
    { typed: 'Caricato.', replies: ['Visto, lo sto guardando. Mi pare ottimo, lo mando e ti metto in copia.'] },
  ],
};

export function talk(lang: Lang): Talk {
  return lang === 'it' ? ITALIAN : ENGLISH;
}
