/**
 * How sure a tool says it is of its own answer: its own word, shown as that. Evidence it is not. A page and a model may write what
 * they like, so only what stands by itself and says nothing else is taken for it, and only one clear share is a number.
 */
import { LONGEST_STATED } from '../limits.ts';
import { asSeen, normaliseText } from './text.ts';

const WHOSE = '(?:overall|model|answer|response|ai|self[- ]reported|estimated|average)';
const KIND =
  '(?:(?:livello|grado|indice|punteggio|percentuale|valore|niveau|score|taux|nivel|nível|índice|grau) (?:di|de|of) |level of )?';
const NAME =
  '(?:confidence|certainty|confidenza|affidabilità|attendibilità|certezza|konfidenz|confiance|fiabilité|confianza|fiabilidad|confiança)';
const MEASURE = '(?: (?:score|level|rating|index|value))?';
const OF_WHAT =
  '(?: (?:of|in) (?:this|the) (?:answer|response)| (?:della|nella) risposta| del modello| de la (?:réponse|respuesta)| da resposta)?';
const LABEL = `(?:${WHOSE} )?${KIND}${NAME}${MEASURE}${OF_WHAT}`;

const FIGURE = '\\d{1,3}(?:[.,]\\d{1,4})?|[.,]\\d{1,4}';
const NUMBER = `[~≈<>≤≥]? ?(?:${FIGURE}) ?%?(?: ?(?:/|-|–|to|out of|su|a) ?(?:${FIGURE}) ?%?)?`;
const HOW = '(?:very|extremely|quite|fairly|molto|abbastanza|piuttosto|sehr|très|assez|muy|bastante|muito) ';
const LEVELS =
  'high|medium|moderate|low|strong|weak|alta|alto|media|medio|bassa|basso|elevata|elevato|moderata|moderato|discreta|discreto|scarsa|scarso|hoch|mittel|niedrig|gering|élevée?|haute|moyenne?|faible|baja|bajo|baixa|baixo|média|médio';
const LEVEL = `(?:${HOW})?(?:${LEVELS})(?:[-/– ](?:${LEVELS}))?`;
const VALUE = `(?:${NUMBER}|${LEVEL})`;
/** Of what a page writes around an answer, also words that nobody here has thought of. */
const OTHER = '\\p{L}[\\p{L} ]{0,23}';

const LABELLED = new RegExp(`^(${LABEL}) ?([:=·–-]?) ?(${VALUE}(?: \\(${VALUE}\\))?)$`, 'iu');
const BEHIND = new RegExp(`^(?:${VALUE} ${LABEL}|${NUMBER} (?:confident|certain|sure|sicuro|sicura))$`, 'iu');
const IN_OWN_WORDS = new RegExp(`^${LABEL} ?[:=] ?${OTHER}$`, 'iu');

/** What is written for looks alone around a line: emphasis that nobody rendered, a full stop. */
const EDGES = /^[*_`\s]+|[*_`.\s]+$/g;

/**
 * What is said of an answer: by its page, in one of the pieces that stand around it, else by the answer itself in its last line.
 * Words within an answer say nothing: they are of what it is about.
 */
export function statedOf(around: readonly string[], text: string): string | undefined {
  for (const piece of around) {
    const said = tidied(piece);
    if (IN_OWN_WORDS.test(said) || isStatement(said)) return spaced(said);
  }
  const lines = text.trimEnd().split('\n');
  const last = lines.length > 1 ? tidied(lines.at(-1) ?? '') : '';
  return isStatement(last) ? spaced(last) : undefined;
}

/** Whether what is said now says more than what was said before: "Confidence: calculating" says less than "Confidence: 85 %". */
export const saysMore = (said: string, before: string | undefined): boolean =>
  before === undefined || (said !== before && isStatement(said));

const isStatement = (said: string): boolean => LABELLED.test(said) || BEHIND.test(said);

/** As it is seen, on one line; empty where it is longer than any statement. */
function tidied(piece: string): string {
  if (piece.length > 2 * LONGEST_STATED) return '';
  const said = normaliseText(asSeen(piece))
    .normalize('NFKC')
    .replace(/[*_`]+/g, '')
    .replace(EDGES, '');
  return said.length > LONGEST_STATED ? '' : said;
}

/** A label and what it is of may stand side by side in a page with nothing between them. */
const spaced = (said: string): string =>
  said.replace(LABELLED, (_, label: string, mark: string, value: string) =>
    /[:=]/.test(mark) ? `${label}${mark} ${value}` : `${label} ${mark}${mark && ' '}${value}`,
  );

/** What is stated as a share of one, where it is exactly one clear percentage or one number from 0 to 1; else nothing can be compared. */
export function statedShare(said: string): number | undefined {
  const [figure, ...more] = said.match(/\d*[.,]?\d+/g) ?? [];
  if (figure === undefined || more.length > 0 || /[<>≤≥]/.test(said)) return undefined;
  const [whole = '', decimals] = figure.split(/[.,]/);
  // "1,250" is as well a thousand.
  if (decimals?.length === 3 && Number(whole) > 0) return undefined;
  const digits = decimals === undefined ? whole : `${whole || 0}.${decimals}`;
  if (said.includes('%')) return Number(digits) <= 100 ? Number(`${digits}e-2`) : undefined;
  return decimals !== undefined && Number(digits) <= 1 ? Number(digits) : undefined;
}
