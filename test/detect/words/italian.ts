import type { Exchange } from './blocks.ts';

export const ITALIAN: readonly Exchange[] = [
  {
    prompt: 'Un cliente vuole restituire un articolo aperto, cosa gli rispondo?',
    answer: [
      {
        p: 'Per gli acquisti a distanza il cliente ha **quattordici giorni dalla consegna** per recedere, anche se ha aperto la confezione.',
      },
      { p: 'Può però rispondere della perdita di valore, se ha usato il prodotto oltre una semplice prova:' },
      {
        list: [
          'chieda una foto dello stato attuale',
          'confermi per iscritto la data di consegna',
          'indichi chi paga la spedizione di ritorno',
        ],
      },
      { p: 'Il rimborso va fatto entro quattordici giorni, ma si può attendere di aver ricevuto la merce.' },
    ],
  },
  {
    prompt: 'Mi serve una formula per calcolare la data limite.',
    answer: [
      {
        p: 'Con la data di consegna nella cella `B2`, questa formula dà l’ultimo giorno utile e lo sposta al lunedì se cade di sabato o domenica.',
      },
      { code: '=SE(GIORNO.SETTIMANA(B2+14;2)>5;\n  B2+14+8-GIORNO.SETTIMANA(B2+14;2);\n  B2+14)', language: 'text' },
      {
        p: 'Le festività nazionali non sono considerate: se le servono, le metta in un elenco e usi `GIORNO.LAVORATIVO`.',
      },
    ],
  },
  {
    prompt: 'Prepara il messaggio per il cliente.',
    answer: [
      { heading: 'Bozza della risposta' },
      {
        p: 'Gentile cliente, abbiamo ricevuto la sua richiesta e siamo lieti di confermarle che può restituire l’articolo.',
      },
      {
        p: 'La preghiamo di spedirlo **entro la data indicata qui sotto**, nella scatola originale se ancora disponibile. Il rimborso arriverà sulla carta usata per il pagamento.',
      },
      {
        steps: [
          'Stampi l’etichetta allegata',
          'La incolli sopra quella vecchia',
          'Consegni il pacco al punto di ritiro più vicino',
        ],
      },
    ],
  },
];

export const ITALIAN_PAST: readonly Exchange[] = [
  {
    prompt: 'Quante persone servono per allestire lo stand in fiera?',
    answer: [
      {
        p: 'Per uno stand di venti metri quadri bastano **tre persone e mezza giornata**, se i pannelli arrivano già montati.',
      },
      {
        p: 'Prevedete una quarta persona solo per il ritiro del materiale, che di solito si accumula nelle ultime due ore.',
      },
    ],
  },
  {
    prompt: 'Accorcia questo avviso: la mensa resterà chiusa venerdì per la pulizia straordinaria delle cappe.',
    answer: [
      {
        p: 'Venerdì la mensa è chiusa per la pulizia delle cappe. Il bar al piano terra resta aperto con panini e insalate fino alle quattordici.',
      },
    ],
  },
  {
    prompt: 'Cosa va scritto su una bolla di reso?',
    answer: [
      { p: 'Una bolla di reso è completa quando chi la riceve non deve telefonare a nessuno. Servono quindi:' },
      {
        list: [
          'numero dell’ordine e data di consegna',
          'quantità rese per ogni codice',
          'motivo del reso in una riga',
          'firma di chi spedisce',
        ],
      },
    ],
  },
  {
    prompt: 'Quanti pallet entrano in un camion da 13,6 metri?',
    answer: [
      {
        p: 'Ne entrano **33 in pianta**, se sono da 80 per 120 centimetri e non sono sovrapponibili. Con merce impilabile si arriva al doppio, peso permettendo.',
      },
    ],
  },
];
