/**
 * How long a step of a test may take. Nothing here measures speed: a machine on which four other things run is slow, and is
 * not to fail; what reaches these limits hangs. (What has to be fast is measured by benches, beside a rival.)
 */
export const STEP_LIMIT_MS = 90_000;
/** How long a browser may take until it stands there with the extension in it: beside four others that start, minutes. */
export const START_LIMIT_MS = 300_000;
/** A test has many steps, and its first may start a browser on a busy machine. */
export const TEST_LIMIT_MS = 600_000;
/** How often is looked for what comes soon; Playwright's own pauses grow to a second each. */
export const SOON = [50, 100, 150, 200];
