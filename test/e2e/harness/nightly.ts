/** Tests of `npm run test:nightly` alone. CONTRIBUTING.md says of each group why, and what `npm test` has of it. */
import { test } from 'playwright/test';
import { IS_NIGHT } from '../../nightly.ts';

/** As `test`, by night. */
export const nightly = (title: string, body: Parameters<typeof test>[2]): void => {
  if (IS_NIGHT) test(title, body);
};
