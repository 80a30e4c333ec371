/**
 * The control map: what a standard or law asks, what the product does for it, where the evidence is, and what remains the
 * organisation's own. Numbers and titles only: the texts of the standards are their owners'.
 */
import type { InBoth } from '../templates/template.ts';
import { type Block, heading, paragraph } from './blocks.ts';

interface Control {
  /** Where it is asked: `ISO/IEC 42001 A.2.2`. */
  asked: string;
  about: string;
  does: string;
  evidence: string;
  /** What the product cannot do for anybody. */
  yours: string;
}

export function controlMap(t: InBoth): Block[] {
  return [
    heading(2, t('Control map', 'Mappa dei controlli')),
    paragraph(
      t(
        'What the product does towards each requirement, and what stays with the organisation. It is evidence, not a certificate. Articles 14 and 26 of the AI Act bind only where a use is high-risk.',
        'Che cosa fa il prodotto per ogni requisito e che cosa resta all’organizzazione. È una prova, non un certificato. Gli articoli 14 e 26 dell’AI Act vincolano solo gli usi ad alto rischio.',
      ),
    ),
    {
      kind: 'table',
      head: [
        t('Requirement', 'Requisito'),
        t('What the product does', 'Che cosa fa il prodotto'),
        t('Where the evidence is', 'Dove sono le prove'),
        t('Your part', 'La vostra parte'),
      ],
      rows: controls(t).map(({ asked, about, does, evidence, yours }) => [`${asked}\n${about}`, does, evidence, yours]),
    },
  ];
}

const controls = (t: InBoth): Control[] => [...ofManagement(t), ...ofUse(t), ...ofLaw(t)];

const ofManagement = (t: InBoth): Control[] => [
  {
    asked: 'ISO/IEC 42001 A.2.2, A.2.3',
    about: t('AI policy', 'Politica per l’IA'),
    does: t(
      'Keeps every version of these rules, signed, and carries them out in each browser.',
      'Conserva ogni versione di queste regole, firmata, e le applica in ogni browser.',
    ),
    evidence: t('Versions of the rules; log: rules published', 'Versioni delle regole; registro: regole pubblicate'),
    yours: t(
      'What the rules say, and that they fit your other policies.',
      'Il contenuto delle regole e la coerenza con le altre politiche.',
    ),
  },
  {
    asked: 'ISO/IEC 42001 A.2.4 · NIST AI 600-1 GV-1.5-001',
    about: t('Review of the policy', 'Riesame della politica'),
    does: t(
      'Says when the review is due, and lists what the rules still lack.',
      'Dice quando scade il riesame ed elenca che cosa manca ancora.',
    ),
    evidence: t('Date of the last review; list of gaps', 'Data dell’ultimo riesame; elenco delle lacune'),
    yours: t('To hold the review.', 'Fare il riesame.'),
  },
  {
    asked: 'ISO/IEC 42001 A.3.2 · NIST AI 600-1 GV-2.1-001',
    about: t('Roles and responsibilities', 'Ruoli e responsabilità'),
    does: t(
      'Refuses a decision by anybody whom these rules do not name for it.',
      'Rifiuta ogni decisione di chi queste regole non indicano.',
    ),
    evidence: t('Log: decisions, with role and version', 'Registro: decisioni, con ruolo e versione'),
    yours: t('Whom you name, and their competence.', 'Chi indicate, e la sua competenza.'),
  },
  {
    asked: 'ISO/IEC 42001 A.3.3 · NIST AI 600-1 GV-3.2-004',
    about: t('Reporting of concerns', 'Segnalazione dei problemi'),
    does: t(
      'Two clicks report an answer; whoever reported hears what became of it.',
      'Due clic segnalano una risposta; chi segnala sa come è finita.',
    ),
    evidence: t('Log: reports and decisions', 'Registro: segnalazioni e decisioni'),
    yours: t('That nobody suffers for a report.', 'Che nessuno subisca conseguenze per una segnalazione.'),
  },
  {
    asked: 'NIST AI 600-1 GV-3.2-001',
    about: t('Independent evaluation', 'Valutazione indipendente'),
    does: t(
      'Those who built a process, wrote the prompt or edited last cannot approve.',
      'Chi ha realizzato il processo, scritto la richiesta o modificato per ultimo non può approvare.',
    ),
    evidence: t(
      'Log: refused decisions do not enter; exceptions do',
      'Registro: le decisioni rifiutate non entrano; le eccezioni sì',
    ),
    yours: t('To name who built each process.', 'Indicare chi ha realizzato ogni processo.'),
  },
];

const ofUse = (t: InBoth): Control[] => [
  {
    asked: 'ISO/IEC 42001 A.6.2.8 · AI Act art. 26(6)',
    about: t('Event logs', 'Registri degli eventi'),
    does: t(
      'Chained log; a change afterwards is found. Kept for 24 months unless these rules say otherwise.',
      'Registro concatenato: una modifica successiva si scopre. Conservato 24 mesi salvo diversa regola.',
    ),
    evidence: t('Check of the log', 'Verifica del registro'),
    yours: t(
      'Backups, and at least six months of retention.',
      'Copie di sicurezza e almeno sei mesi di conservazione.',
    ),
  },
  {
    asked: 'ISO/IEC 42001 A.9.2, A.9.4 · NIST AI 600-1 GV-1.4-002',
    about: t('Responsible and intended use', 'Uso responsabile e previsto'),
    does: t(
      'Brief before the prompt, checklist before the approval, gate before the effect.',
      'Traccia prima della richiesta, lista prima dell’approvazione, controllo prima dell’effetto.',
    ),
    evidence: t('Answers with their brief; checklists in the log', 'Risposte con la loro traccia; liste nel registro'),
    yours: t(
      'The gate is a guard rail, not a lock. What people do outside the browser.',
      'Il controllo è un parapetto, non una serratura. Ciò che si fa fuori dal browser.',
    ),
  },
  {
    asked: 'NIST AI 600-1 GV-1.3-002, MG-2.4-004',
    about: t('Thresholds, go and no-go', 'Soglie per procedere o fermarsi'),
    does: t(
      'Less review only where reviewed answers earned it; more after a defect; a stop where too many.',
      'Meno revisione solo dove le risposte riviste lo giustificano; di più dopo un difetto; stop se troppi.',
    ),
    evidence: t('Rules of each process; figures', 'Regole di ogni processo; cifre'),
    yours: t('Which share of defects you can live with.', 'Quale quota di difetti potete accettare.'),
  },
  {
    asked: 'ISO/IEC 42001 A.10 · NIST AI 600-1 GV-1.6-001, GV-1.6-003',
    about: t('Suppliers and inventory', 'Fornitori e inventario'),
    does: t(
      'Lists the AI tools that were seen, with owner, purpose and whether they are allowed.',
      'Elenca gli strumenti di IA visti, con responsabile, scopo e se sono ammessi.',
    ),
    evidence: t('Inventory', 'Inventario'),
    yours: t('Contracts, and what data may go into each.', 'I contratti, e quali dati può ricevere ciascuno.'),
  },
  {
    asked: 'NIST AI 600-1 MS-2.5-003, MP-2.3-003',
    about: t('Sources and facts', 'Fonti e fatti'),
    does: t(
      'Shows the sources of an answer and opens them beside it.',
      'Mostra le fonti di una risposta e le apre accanto.',
    ),
    evidence: t('Log: sources that were looked at', 'Registro: fonti controllate'),
    yours: t('To read them.', 'Leggerle.'),
  },
];

const ofLaw = (t: InBoth): Control[] => [
  {
    asked: t('AI Act art. 4 · NIST AI 600-1 MP-3.4', 'AI Act art. 4 · NIST AI 600-1 MP-3.4'),
    about: t('AI literacy', 'Alfabetizzazione sull’IA'),
    does: t(
      'Practice page, help where an error was met, a record of measures taken.',
      'Pagina di prova, aiuto dove si è visto l’errore, registro delle misure adottate.',
    ),
    evidence: t('Measures taken', 'Misure adottate'),
    yours: t('What your people need beyond it.', 'Ciò che serve in più alle vostre persone.'),
  },
  {
    asked: 'AI Act art. 50(4)',
    about: t('Text on matters of public interest', 'Testi su questioni di interesse pubblico'),
    does: t(
      'No approval in bulk, by time or by rule; an editorial record; else a label line.',
      'Nessuna approvazione in blocco, per scadenza o per regola; scheda editoriale; altrimenti un’etichetta.',
    ),
    evidence: t('Editorial records; receipts', 'Schede editoriali; ricevute'),
    yours: t(
      'To read the substance, and to bear the responsibility.',
      'Leggere la sostanza e assumerne la responsabilità.',
    ),
  },
  {
    asked: t('AI Act art. 26(7) · Law 132/2025 art. 11', 'AI Act art. 26(7) · legge 132/2025 art. 11'),
    about: t('Workers are told', 'Informazione ai lavoratori'),
    does: t(
      'Writes the notice from these rules; keeps figures of single people off.',
      'Scrive l’informativa da queste regole; tiene spente le cifre sulle singole persone.',
    ),
    evidence: t('The notice, on its own page', 'L’informativa, in una pagina a parte'),
    yours: t(
      'To give it, with the agreement or authorisation that your case needs.',
      'Consegnarla, con l’accordo o l’autorizzazione che serve.',
    ),
  },
];
