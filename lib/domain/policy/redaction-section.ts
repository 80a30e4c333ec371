/** Section `redaction` of the policy: what is masked before it is recorded. What it says, nobody changes here. */
import * as z from 'zod';
import { type Redaction, redactionSchema } from '../privacy/redaction.ts';

export const redactionSectionSchema = z.lazy(() => redactionSchema.unwrap().partial());
export type RedactionSection = z.infer<typeof redactionSectionSchema>;

/** What holds: the policy's fields over the person's. Names that a policy lists come to the person's own. */
export function redactionUnder(own: Redaction, section: RedactionSection | undefined): Redaction {
  if (!section) return own;
  const names = [...new Set([...(section.names ?? []), ...own.names])];
  const { kinds = own.kinds, parts = own.parts, region = own.region } = section;
  return { kinds, parts, names, ...(region ? { region } : {}) };
}
