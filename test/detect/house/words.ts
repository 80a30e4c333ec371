import type { Lang } from '../contract.ts';

/** What is asked of an in-house assistant, and what it says: short and long answers, as they come. */
export interface Said {
  asks: string;
  answers: string;
}

const ENGLISH: readonly Said[] = [
  { asks: 'Who signs off travel above 500 euros?', answers: 'Your head of department, in the travel tool.' },
  {
    asks: 'And if she is on leave?',
    answers:
      'Then her deputy signs. Every department has one in the staff directory; if the field is empty, write to the travel desk, and they will name somebody within the day. Keep their mail: accounting asks for it when the trip is settled.',
  },
  { asks: 'Can I book the train before that?', answers: 'Yes, if the ticket can be refunded in full.' },
  {
    asks: 'Write two lines to my deputy head about it.',
    answers:
      'Dear Ines, I plan to visit the Lyon plant from 4 to 6 March and the trip comes to about 740 euros. Could you approve it in the travel tool by Friday, so that I can still book the cheaper train?',
  },
];

const ITALIAN: readonly Said[] = [
  { asks: 'Quando scade la garanzia della piegatrice?', answers: 'Il 14 settembre 2027, secondo il contratto.' },
  {
    asks: 'Che cosa copre di preciso?',
    answers:
      'Copre i pezzi e la manodopera per i guasti del gruppo idraulico e del quadro elettrico. Non copre gli utensili, i filtri e i danni da olio sbagliato: per quelli il manuale chiede il tipo indicato sulla targhetta, da cambiare ogni duemila ore.',
  },
  { asks: 'Chi chiamo se si ferma?', answers: 'Il servizio assistenza, dalle 7 alle 18, al numero in bacheca.' },
  {
    asks: 'Prepara due righe per il fornitore.',
    answers:
      'Buongiorno, la piegatrice matricola 2231 si è fermata stamattina con allarme di pressione bassa. La macchina è in garanzia: vi chiediamo un tecnico entro domani e di dirci se possiamo intanto lavorare a pressione ridotta.',
  },
];

/** Two colleagues, who take turns and write at length: nothing but who they are tells them from a model. */
const ENGLISH_PEOPLE: readonly Said[] = [
  {
    asks: 'Did you get anywhere with the pallet count?',
    answers:
      'Sort of. I walked the whole hall with Jon after lunch and we are eleven short of what the list says, but six of those are the broken ones behind the ramp that nobody ever booked out. So really it is five, and I have a feeling they went to Leeds with the display stands in June.',
  },
  {
    asks: 'Can we prove that somehow?',
    answers:
      'Maybe. The driver back then was Pete and he writes everything in that little red book of his, he showed me once. I will ask him tomorrow morning before he sets off. If it is in there we can put it on the sheet with his name and Karen will have to accept it, she trusts him more than the scanner.',
  },
  {
    asks: 'OK. I keep the sheet open until Wednesday then.',
    answers:
      'Perfect, thanks. And could you move the two rows from bay nine to the bottom while you have it open? I counted them on the wrong day and it drives me mad each time I see them there. I owe you lunch for this whole mess, pick somewhere that is not the canteen please.',
  },
];

const ITALIAN_PEOPLE: readonly Said[] = [
  {
    asks: 'Com’è andata poi con il geometra?',
    answers:
      'Mah, così così. È arrivato con un’ora di ritardo perché si era segnato il cantiere vecchio, poi però ha guardato tutto con calma e alla fine mi ha dato ragione sul muro: va spostato di venti centimetri, altrimenti la porta del bagno non si apre. Il preventivo me lo manda lui, io non chiedo più niente a nessuno.',
  },
  {
    asks: 'E per il pavimento cosa dice?',
    answers:
      'Che si può tenere, basta levigarlo. A me piaceva l’idea di cambiarlo, ma con quello che costa il rovere adesso preferisco mettere i soldi sugli infissi. Ne ho parlato anche con mia sorella che ha appena finito i lavori e dice la stessa cosa, lei se ne è pentita dopo due mesi.',
  },
  {
    asks: 'Allora giovedì passo a vedere.',
    answers:
      'Volentieri, però vieni dopo le cinque che prima ci sono gli elettricisti e non si respira. Porta il metro laser che il mio è rimasto in macchina di Paolo e chissà quando lo rivedo. Se ti va poi ceniamo qui sotto, hanno riaperto la trattoria e mi dicono che è tornata quella di una volta.',
  },
];

export const saidByPeople = (lang: Lang): readonly Said[] => (lang === 'it' ? ITALIAN_PEOPLE : ENGLISH_PEOPLE);
export const said = (lang: Lang): readonly Said[] => (lang === 'it' ? ITALIAN : ENGLISH);
