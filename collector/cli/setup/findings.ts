/** What the doctor says of one thing: how it is, and in words what to do. */

export interface CheckUp {
  about: string;
  state: 'good' | 'warning' | 'bad' | 'unknown';
  says: string;
  /** What to do, where there is something. */
  todo?: string;
}

export const good = (about: string, says: string): CheckUp => ({ about, state: 'good', says });
export const unknown = (about: string, says: string, todo?: string): CheckUp => ({
  ...{ about, state: 'unknown', says },
  ...(todo === undefined ? {} : { todo }),
});
export const warning = (about: string, says: string, todo: string): CheckUp => ({
  about,
  state: 'warning',
  says,
  todo,
});
export const bad = (about: string, says: string, todo: string): CheckUp => ({ about, state: 'bad', says, todo });

const MARKS = { good: 'ok      ', warning: 'LOOK AT ', bad: 'NOT WELL', unknown: '?       ' } as const;

/** A finding as lines of text. */
export const findingText = ({ about, state, says, todo }: CheckUp): string =>
  `${MARKS[state]}  ${about}: ${says}\n${todo === undefined ? '' : `            ${todo}\n`}`;
