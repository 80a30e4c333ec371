/** What a desk (a small chat page in its own construction) offers to the one who plays it. */

export interface Answer {
  /** Shows the answer so far. */
  show(source: string, ended: boolean): void;
  /** A tool is called, or has come back. */
  waits?(on: boolean): void;
  /** What holds its text now; undefined where it is out of the page. */
  place(): Element | undefined;
  /** The same where several speak, each in a turn of their own. */
  places?(): readonly Element[];
  /** Its text, where that is what a field holds. */
  says?(): string;
}

export interface Desk {
  user(source: string): void;
  /** Shows that an answer is to come. */
  answer(): Answer;
  /** Writes into the document beside the conversation. */
  writes?(source: string): void;
  /** What holds that document's text. */
  document?(): Element | undefined;
  /** Answers of other conversations that stand in the page and are not shown. */
  elsewhere?: readonly string[];
  /** What other people said here. */
  people?: readonly string[];
  /** What stands in a turn and is not of its text. */
  omit?: string;
}

/** Where a desk is drawn. */
export interface Stage {
  root: HTMLElement;
  log: HTMLElement;
  form: HTMLElement;
  send: HTMLElement;
}

export type Build = (stage: Stage) => Desk;
