/** What the command line tells a person in one plain sentence instead of a stack trace. */
export class CommandRefusal extends Error {
  /** 2 for a command that was typed wrong, 1 for one that could not be done. */
  readonly exitCode: 1 | 2;

  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.name = 'Refusal';
    this.exitCode = exitCode;
  }
}
