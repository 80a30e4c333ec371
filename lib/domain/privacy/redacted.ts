/** What redaction does to each record before it becomes an event. Pure. */
import type { Passage } from '../anchoring/anchor.ts';
import type { DecisionContent } from '../decision/decision.ts';
import { LONGEST_COMMENT, LONGEST_OUTPUT, LONGEST_PASSAGE_NOTE, LONGEST_PROMPT } from '../limits.ts';
import { normaliseText } from '../output/text.ts';
import type { ReportContent } from '../report/report.ts';
import { maskWithin, veil } from './mask.ts';
import type { Redaction } from './redaction.ts';

/** An output's text as it is kept. Its address is over this text, and over the one that it was (`output/address.ts`). */
export const redactText = (text: string, redaction: Redaction): string =>
  redaction.parts.includes('text') ? veil(text, redaction) : text;

/** The prompt of an output as it is kept. */
export const redactPrompt = (prompt: string, redaction: Redaction): string =>
  redaction.parts.includes('prompt') ? maskWithin(LONGEST_PROMPT, prompt, redaction) : prompt;

/**
 * What was written in a report as it is kept. `outputText`: the output's text as it is kept; what stands in it already
 * is not masked in a correction of it, and quotes of a veiled text are as veiled as it is.
 */
export function redactReport(content: ReportContent, outputText: string, redaction: Redaction): ReportContent {
  const typed = redaction.parts.includes('typed');
  const words = (longest: number, text: string, spare = '') =>
    typed ? maskWithin(longest, text, redaction, spare) : text;
  const { passages, comment, correction } = content;
  const veiled = redaction.parts.includes('text') ? Array.from(normaliseText(outputText)) : undefined;
  return {
    passages: passages.map((passage) => {
      const { selectors, note } = veiled ? quoteFrom(passage, veiled) : passage;
      return { selectors, ...(note ? { note: words(LONGEST_PASSAGE_NOTE, note) } : {}) };
    }),
    ...(comment ? { comment: words(LONGEST_COMMENT, comment) } : {}),
    ...(correction ? { correction: words(LONGEST_OUTPUT, correction, outputText) } : {}),
  };
}

/**
 * What was written with a decision as it is kept: as the words of reports are, answers and editorial record among them. Who is
 * responsible is said to the public, and stays. `outputText`: as for reports.
 */
export function redactDecision(content: DecisionContent, outputText: string, redaction: Redaction): DecisionContent {
  if (!redaction.parts.includes('typed')) return content;
  const { note, correctedText, answers, editorial } = content;
  const words = (text: string) => maskWithin(LONGEST_COMMENT, text, redaction);
  const answered = Object.entries(answers ?? {}).map(([id, text = '']) => [id, words(text)]);
  return {
    ...(note ? { note: words(note) } : {}),
    ...(answers ? { answers: Object.fromEntries(answered) } : {}),
    ...(editorial
      ? { editorial: { ...editorial, factsChecked: words(editorial.factsChecked), changed: words(editorial.changed) } }
      : {}),
    ...(correctedText ? { correctedText: maskWithin(LONGEST_OUTPUT, correctedText, redaction, outputText) } : {}),
  };
}

/**
 * A passage with its words taken from `points`, the code points of the text as it is kept. What its other selectors
 * remember of the words as they were goes.
 */
function quoteFrom(passage: Passage, points: readonly string[]): Passage {
  const [quote, position] = passage.selectors;
  const { start, end } = position;
  const [prefix, suffix] = [Array.from(quote.prefix).length, Array.from(quote.suffix).length];
  const exact = points.slice(start, end).join('');
  if (Array.from(quote.exact).length !== end - start || !exact) return passage;
  const words = {
    exact,
    prefix: points.slice(Math.max(0, start - prefix), start).join(''),
    suffix: points.slice(end, end + suffix).join(''),
  };
  return { ...passage, selectors: [{ ...quote, ...words }, position] };
}
