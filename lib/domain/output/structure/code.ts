/**
 * Which lines of a text are code. The canonical text does not say; but in words white space is folded, so that a line that is
 * indented, or ends and begins as no sentence does, was code or is best shown as such.
 */
import { listMarkIn } from './list-mark.ts';

export interface LineOf {
  from: number;
  to: number;
  text: string;
}

/** The lines of a text, and where they stand in it. */
export function textLinesOf(text: string): LineOf[] {
  let from = 0;
  return text.split('\n').map((line) => {
    const to = from + line.length;
    const found = { from, to, text: line };
    from = to + 1;
    return found;
  });
}

/** Ends of lines that no sentence has. */
const ENDS =
  /(?:[{[(]|=>|(?:[)\]}"'`]|\+\+|--)\s*;|[)}\]]\s*,|^\s*[)}\]]+[;,)]*|<\/[\w-]+>|<[a-zA-Z][^<>]*>|\w\([^()]*\)|\\)$/;
/** Beginnings of lines that no sentence has. */
const BEGINS =
  /^\s*(?:\/\/|\/\*|#!|#include\b|@\w+|\$ |>>> |<[a-zA-Z!/][^<>]*>|(?:const|let|var|import|export|from|return|def|class|function|async|public|private|static|if|for|while|elif|else|try|except|catch|package|use|fn|func|type|interface)\b(?=.*[({:;=*"'])|(?:[\w.]+(?:\[[^\]]*\])?\s*[-+*/|&]?=\s*\S)|(?:SELECT|FROM|WHERE|(?:GROUP|ORDER) BY|INSERT INTO|UPDATE|DELETE FROM|(?:CREATE|ALTER|DROP) TABLE|(?:LEFT |INNER )?JOIN|VALUES) |(?:npm|npx|pip|git|cd|sudo|curl|docker|apt|brew) \S)/;
/** In the middle of a line of code stands what prose has seldom. */
const SIGNS = /[{}()[\];=<>|\\_$#`├└│@]|:\s*$|^\s*[\w."'-]+:\s/;

/** Whether a line has signs of code, looked at with the lines beside it. */
export function isCodeLine(lines: readonly LineOf[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.trim() === '' || listMarkIn(text)) return false;
  if (isIndented(text)) return SIGNS.test(text) || beside(lines, at, hasSigns);
  return isWritten(text) || (isOpening(text) && isIndented(lines[at + 1]?.text ?? ''));
}

const isIndented = (text: string): boolean => /^(?: {2,}|\t+)\S/.test(text);
const hasSigns = (text: string): boolean => isWritten(text) || (isIndented(text) && SIGNS.test(text));
const isWritten = (text: string): boolean =>
  ENDS.test(text) ? !isSentence(text) : BEGINS.test(text) && !isSentence(text);
/** What goes before lines that are indented: a name and a colon, a bracket, or a short line. */
const isOpening = (text: string): boolean => /[:{[(,>]$|^[\w.-]+:?$/.test(text) && !isSentence(text);

/** Several plain words one after another, and no sign among them. */
const isSentence = (text: string): boolean =>
  /(?:^|\s)[\p{L}’']{2,}[,]? [\p{L}’']+[,]? [\p{L}’']+[,]? [\p{L}’']+/u.test(text) && !/[{}=;]|=>|<\//.test(text);

const beside = (lines: readonly LineOf[], at: number, holds: (text: string) => boolean): boolean =>
  [at - 1, at + 1].some((next) => holds(lines[next]?.text ?? ''));
