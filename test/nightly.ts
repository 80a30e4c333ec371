/** What `npm run test:nightly` adds to `npm test`, for the reasons in CONTRIBUTING.md. */

export const IS_NIGHT = Boolean(process.env.COUNTERSIGN_NIGHTLY);

/** What both run, and what the night adds. */
export const withNights = <T>(always: readonly T[], ...added: readonly T[]): T[] =>
  IS_NIGHT ? [...always, ...added] : [...always];
