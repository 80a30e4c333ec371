/** Italian business mails, made by a small grammar: phrases are put together from words, not taken from a list of sentences. */
type Next = () => number;

const lists = (text: string): string[] => text.split(',').map((word) => word.trim());
const NOUNS_M = lists(
  'contratto, ordine, cliente, fornitore, preventivo, pagamento, progetto, rimborso, magazzino, corriere, listino, ufficio, documento, ritardo, servizio, reparto, collega, accordo, bilancio, incontro, prodotto, reclamo, rapporto, calendario, impianto, budget, abbonamento, deposito, modulo, allegato, cantiere, consulente, referente, rinnovo, sconto, saldo, acconto, turno, sopralluogo, collaudo',
);
const NOUNS_F = lists(
  'fattura, consegna, riunione, spedizione, offerta, richiesta, scadenza, garanzia, proposta, assistenza, clausola, licenza, revisione, filiale, relazione, procedura, verifica, segreteria, modifica, spesa, commessa, bozza, conferma, quota, campagna, trattativa, ricevuta, etichetta, penale, fornitura, analisi, trasferta, agenda, delega, pratica, cauzione, ispezione, sede, normativa, polizza',
);
const ADJECTIVES = lists(
  'nuov, vecchi, prim, ultim, complet, parzial, urgent, mensil, annual, intern, estern, correct, attual, prossim, precedent, tecnic, fiscal, region, standard, definitiv, provvisori, rapid, necessari, dispon, scadut, firmat, richiest, approvat, sospes, condivis',
);
const VERBS = lists(
  'prevede, richiede, conferma, sostituisce, riguarda, comprende, segue, blocca, anticipa, completa, riduce, modifica, contiene, riassume, accompagna, precede, esclude, aggiorna, supera, indica, rallenta, semplifica, annulla, garantisce, coinvolge, descrive, registra, rispetta, motiva, chiude',
);
const PLACES = lists(
  'a Milano, a Bologna, presso la sede, in officina, nel portale, sul sito, in allegato, a Torino, in archivio, al piano terra, nel gestionale, in cantiere, a Verona, dal notaio, in filiale',
);
const TIMES = lists(
  'entro venerdì, da lunedì, la prossima settimana, entro fine mese, dopo le ferie, prima di marzo, ogni trimestre, da ieri, in giornata, a gennaio, nei tempi previsti, oggi pomeriggio, dal 2027, entro trenta giorni, stamattina',
);
const LINKS = lists('perché, mentre, quindi, anche se, dopo che, finché, dato che, e, ma, così');

/** A text of 60 to 400 words or so. */
export function italianMail(next: Next): string {
  const pick = (of: readonly string[]): string => of[Math.floor(next() * of.length)] ?? '';
  const adjective = (ending: string) => (next() < 0.45 ? ` ${pick(ADJECTIVES)}${ending}` : '');
  const noun = (): string =>
    next() < 0.5 ? `il ${pick(NOUNS_M)}${adjective('o')}` : `la ${pick(NOUNS_F)}${adjective('a')}`;
  const figure = () => (next() < 0.2 ? ` (${Math.floor(next() * 9_000) + 100} euro)` : '');
  const phrase = (): string => {
    const about = next() < 0.3 ? ` ${pick(PLACES)}` : '';
    const when = next() < 0.4 ? ` ${pick(TIMES)}` : '';
    const of = next() < 0.35 ? ` ${next() < 0.5 ? `del ${pick(NOUNS_M)}` : `della ${pick(NOUNS_F)}`}` : '';
    return `${noun()}${of} ${pick(VERBS)} ${noun()}${figure()}${about}${when}`;
  };
  const sentence = (): string => {
    const text = next() < 0.5 ? phrase() : `${phrase()}, ${pick(LINKS)} ${phrase()}`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const length = 5 + Math.floor(next() ** 2 * 30);
  const closing = next() < 0.5 ? ' Resto a disposizione per qualsiasi chiarimento. Cordiali saluti.' : '';
  return `${Array.from({ length }, sentence).join(' ')}${closing}`;
}
