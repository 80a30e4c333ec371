/** What the assistant of a fictional office supplier answers in Italian. Our own texts; every name in them is invented. */
import type { LiveAnswer } from './answers.ts';

const iva: LiveAnswer = {
  id: 'it-iva',
  lang: 'it',
  prompt: 'Quale aliquota IVA applichiamo alle sedie da ufficio vendute in Italia?',
  answer: `Alle sedie da ufficio vendute in Italia si applica l'**aliquota ordinaria del 21%**. Non rientrano tra i beni ad aliquota ridotta.

| Voce | Importo |
|:--|--:|
| Imponibile (10 sedie Nora) | € 1.990,00 |
| IVA 21% | € 417,90 |
| **Totale fattura** | **€ 2.407,90** |

Da ricordare:

- Per i clienti di altri Paesi UE con partita IVA valida la cessione è non imponibile.
- Per gli enti pubblici vale la scissione dei pagamenti.

Fonte: [Manuale amministrativo, capitolo 3](https://manuale.tarvello.example/iva#ordinaria)`,
  wrong: {
    category: 'outdated',
    severity: 'major',
    why: "L'aliquota ordinaria è del 22% dal 1° ottobre 2013; anche il totale è sbagliato.",
  },
};

const accesso: LiveAnswer = {
  id: 'it-accesso',
  lang: 'it',
  prompt: 'Un cliente chiede quali suoi dati conserviamo. Entro quando e come rispondiamo?',
  answer: `È una **richiesta di accesso** (articolo 15 del GDPR). Si risponde **entro un mese** dal ricevimento; se la richiesta è complessa il termine si può prorogare di due mesi, ma il cliente va avvisato entro il primo.

Passi da seguire:

1. Registrare la richiesta e la data di arrivo.
2. Verificare l'identità con i dati che già abbiamo, senza chiederne altri se non servono.
3. Raccogliere i dati da gestionale, posta e assistenza.
4. Togliere ciò che riguarda altre persone.
5. Inviare la copia in un formato elettronico di uso comune.

La prima copia è gratuita. In caso di dubbio scrivere all'ufficio privacy prima di rispondere.

Fonti: [GDPR, articoli 12 e 15](https://eur-lex.europa.eu/eli/reg/2016/679/oj) · [Procedura interna PR-07](https://manuale.tarvello.example/privacy/pr-07)`,
};

const ferie: LiveAnswer = {
  id: 'it-ferie',
  lang: 'it',
  prompt: 'Quanti giorni di ferie spettano a chi è stato assunto il 1° luglio?',
  answer: `Secondo il regolamento interno le ferie sono **26 giorni all'anno** e maturano mese per mese.

Chi è stato assunto il 1° luglio lavora 6 mesi su 12:

> 26 × 6 / 12 = **13 giorni** entro il 31 dicembre

- Le frazioni di mese di almeno 15 giorni contano come mese intero.
- I giorni non goduti passano all'anno dopo e vanno presi entro il 30 giugno.
- Due settimane consecutive si concordano con il responsabile almeno 60 giorni prima.

Fonte: [Regolamento del personale 2026, punto 8](https://manuale.tarvello.example/personale#8)`,
};

const rifiuto: LiveAnswer = {
  id: 'it-rifiuto',
  lang: 'it',
  prompt: 'Riassumi in tre punti la relazione trimestrale del magazzino di Piacenza.',
  answer: `Mi dispiace, ma non posso aiutarti con questa richiesta. La relazione potrebbe contenere informazioni delicate. Ti consiglio di rivolgerti a un professionista qualificato.`,
  wrong: {
    category: 'refusal',
    severity: 'minor',
    why: 'Il documento è interno e la richiesta è lecita: il rifiuto non ha motivo.',
  },
};

const volantino: LiveAnswer = {
  id: 'it-volantino',
  lang: 'it',
  prompt: 'Scrivi la mail per il lancio della scrivania Linea ai clienti business.',
  answer: `**Oggetto: Linea, la scrivania che cresce con la tua squadra**

Gentile cliente,

da lunedì 30 novembre è disponibile **Linea**, la scrivania regolabile pensata per chi cambia postazione più volte al giorno.

- Piano da 140 o 160 cm, in rovere o bianco
- Altezza da 65 a 128 cm, con quattro posizioni memorizzate
- Montaggio in 20 minuti, incluso nel prezzo

**Solo per te: garanzia a vita su tutto e rimborso completo in qualunque momento, senza domande.** Siamo l'azienda numero uno in Europa e nessun concorrente può offrirti di più.

[Scopri Linea](https://catalogo.tarvello.example/linea)

Un cordiale saluto,
il team Tarvello`,
  wrong: {
    category: 'policy',
    severity: 'major',
    why: 'Promette garanzia a vita e rimborso senza limiti, che non offriamo, e vanta un primato senza prova.',
  },
};

const verbale: LiveAnswer = {
  id: 'it-verbale',
  lang: 'it',
  prompt: 'Metti in ordine gli appunti della riunione vendite del 12 novembre.',
  answer: `## Riunione vendite, 12 novembre 2026

**Presenti:** Bianca Ferrandi, Tommaso Gelli, Irene Sabbatini (verbale)

**Decisioni**

1. Lo sconto quadro resta all'8% fino a fine anno.
2. La fiera di Verona si fa con lo stand da 24 m².
3. Le offerte oltre 20.000 € le firma anche l'amministrazione.

**Da fare**

| Che cosa | Chi | Entro |
|:--|:--|:--|
| Listino del primo trimestre | Tommaso | 27 novembre |
| Preventivo dello stand | Bianca | 20 novembre |
| Modulo per la doppia firma | Irene | 4 dicembre |

Prossima riunione: giovedì 10 dicembre, ore 10.`,
};

const ivato: LiveAnswer = {
  id: 'it-prezzo-js',
  lang: 'it',
  prompt: 'Mi serve una funzione JavaScript che calcoli il prezzo ivato e lo scriva in euro.',
  answer: `La funzione conta in **centesimi**, così gli arrotondamenti non si sommano:

\`\`\`javascript
const euro = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR' });

export function prezzoIvato(netto, aliquota = 22) {
  const centesimi = Math.round(netto * 100);
  const iva = Math.round((centesimi * aliquota) / 100);
  return euro.format((centesimi + iva) / 100);
}

prezzoIvato(199); // 242,78 €
\`\`\`

- \`aliquota\` è una percentuale; quella ordinaria è il valore di partenza.
- Per una fattura con più righe si arrotonda riga per riga, come fa il gestionale.

Fonte: [Intl.NumberFormat](https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Intl/NumberFormat)`,
};

const reclami: LiveAnswer = {
  id: 'it-reclami',
  lang: 'it',
  prompt: 'Quanti reclami abbiamo avuto a ottobre e quanti ne abbiamo chiusi in tempo?',
  answer: `A ottobre sono arrivati **120 reclami**. Ne abbiamo chiusi **102 entro i cinque giorni** previsti, cioè il **92%**.

| Causa | Reclami | In tempo |
|:--|--:|--:|
| Consegna in ritardo | 54 | 45 |
| Merce danneggiata | 38 | 33 |
| Fattura | 28 | 24 |
| **Totale** | **120** | **102** |

L'obiettivo del 90% è quindi raggiunto e non servono altre misure.

Fonte: [Cruscotto assistenza, ottobre 2026](https://cruscotto.tarvello.example/assistenza/2026-10)`,
  wrong: {
    category: 'factual',
    severity: 'major',
    why: "102 su 120 è l'85%, non il 92%: l'obiettivo è mancato.",
  },
};

export const ITALIAN: readonly LiveAnswer[] = [iva, accesso, ferie, rifiuto, volantino, verbale, ivato, reclami];
