/**
 * Phrases that stand in any answer or mail, so that they say nothing of where a text comes from, even while so few
 * outputs are known that it cannot be counted how many hold them.
 */
import { shinglesOf } from './fingerprints.ts';
import { hashedWordsOf } from './words.ts';

const ENGLISH = [
  'Sure! Here is a summary of the main points. Certainly! Here are some of the key points to consider:',
  'I hope this helps! Let me know if you have any questions. Please let me know if you need anything else.',
  'I hope this email finds you well. Thank you for reaching out to us. Thank you for your message.',
  'Please do not hesitate to contact me if you have any further questions or need any additional information.',
  'Feel free to reach out to me if you have any questions or concerns. I look forward to hearing from you.',
  'Looking forward to hearing from you soon. Thank you for your time and consideration. Thanks in advance for your help.',
  'Would you like me to go into more detail on any of these points? If you want, I can also help you with that.',
  'Thank you for your patience and understanding. We apologize for any inconvenience this may cause.',
  'It is important to note that. Here is a step-by-step guide on how to do it. In conclusion, on the other hand.',
  'As an AI language model, I do not have access to real-time information. You should consult a professional for advice.',
  'With best regards, kind regards, yours sincerely, sent from my iPhone, sent from my mobile device.',
  'This e-mail and any attachments are confidential and may be privileged. They are intended solely for the use of the individual or entity to whom they are addressed. If you are not the intended recipient, you are hereby notified that any use, disclosure, copying or distribution of this message is strictly prohibited. If you have received this email in error, please notify the sender immediately and delete it from your system.',
  'Please consider the environment before printing this email. All rights reserved. Terms and conditions apply.',
];
const ITALIAN = [
  'Certo! Ecco un riepilogo dei punti principali. Certamente! Ecco alcuni punti chiave da considerare:',
  'Spero che questo ti sia utile! Fammi sapere se hai bisogno di altro. Fammi sapere se hai altre domande.',
  'Se hai bisogno di ulteriori informazioni, non esitare a contattarmi. Se vuoi, posso anche aiutarti con questo.',
  'Per qualsiasi ulteriore informazione o chiarimento non esiti a contattarci. Resto a disposizione per qualsiasi chiarimento.',
  'Rimango a disposizione per ulteriori chiarimenti e porgo cordiali saluti. Restiamo in attesa di un suo cortese riscontro.',
  'In attesa di un gentile riscontro, porgo distinti saluti. La ringrazio in anticipo per la sua disponibilità.',
  'Grazie per averci contattato. Ci scusiamo per il disagio e la ringraziamo per la pazienza.',
  'È importante sottolineare che. È importante notare che. Ecco una guida passo passo. In conclusione, d’altra parte.',
  'In qualità di modello linguistico non ho accesso a informazioni in tempo reale. Ti consiglio di consultare un professionista.',
  'Inviato da iPhone. Inviato dal mio telefono. Con i migliori saluti, un cordiale saluto.',
  'Questo messaggio e gli eventuali allegati sono confidenziali e destinati esclusivamente al destinatario sopra indicato. Qualora abbiate ricevuto questo messaggio per errore, vi preghiamo di darne immediata comunicazione al mittente e di provvedere alla sua cancellazione. Ai sensi del Regolamento UE 2016/679, le informazioni contenute in questo messaggio sono riservate e ad uso esclusivo del destinatario.',
  'Si prega di non stampare questa e-mail se non necessario. Tutti i diritti riservati.',
];

let stock: ReadonlySet<number> | undefined;

/** The shingles of phrases that stand anywhere; made when first asked for. */
export function stockShingles(): ReadonlySet<number> {
  stock ??= new Set([...ENGLISH, ...ITALIAN].flatMap((phrases) => [...shinglesOf(hashedWordsOf(phrases))]));
  return stock;
}
