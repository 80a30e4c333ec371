/**
 * What targets can be told. A target's `settings` is a zod object of these; the form in the options page is made from
 * it. Each has its label in the locales (`target.field.<name>`).
 */

import * as z from 'zod';
import { LONGEST_ADDRESS, LONGEST_FIELD_NAME, LONGEST_PERSON, LONGEST_SECRET } from '../domain/limits.ts';

/** How a setting is entered. A `secret` is never shown again, and never stands in a preview. */
type Entry = 'address' | 'secret' | 'text' | 'choice' | 'switch';

interface FieldFacts {
  entry: Entry;
  /** May stay empty. */
  optional?: boolean;
  options?: readonly string[];
  initial: string | boolean;
}

const facts = z.registry<FieldFacts>();
const address = () => z.string().trim().max(LONGEST_ADDRESS);
const secret = () => z.string().trim().max(LONGEST_SECRET);

export const FIELDS = {
  /** Where the endpoint is. */
  address: () => address().register(facts, { entry: 'address', initial: '' }),
  /** An address that is a secret by itself: who has it can post. */
  webhook: () => address().register(facts, { entry: 'secret', initial: '' }),
  token: () => secret().register(facts, { entry: 'secret', initial: '' }),
  /** A bearer token, where the endpoint wants one. */
  bearer: () => secret().optional().register(facts, { entry: 'secret', optional: true, initial: '' }),
  publicKey: () => z.string().trim().max(LONGEST_PERSON).register(facts, { entry: 'text', initial: '' }),
  /** Key of the signature on each request. */
  signingSecret: () => secret().optional().register(facts, { entry: 'secret', optional: true, initial: '' }),
  environment: () =>
    z
      .string()
      .trim()
      .max(LONGEST_FIELD_NAME)
      .optional()
      .register(facts, { entry: 'text', optional: true, initial: '' }),
  /** Many events in one request, or each in its own. */
  mode: () =>
    z.enum(['batch', 'single']).register(facts, { entry: 'choice', options: ['batch', 'single'], initial: 'batch' }),
  /** Whether what people and AI wrote goes along, or only the facts. */
  words: () => z.boolean().register(facts, { entry: 'switch', initial: false }),
} as const;
export type FieldName = keyof typeof FIELDS;

/** One line of a target's form. */
export interface FormField extends FieldFacts {
  name: FieldName;
}

/** The form of some settings, in their order. */
export function formOf(settings: z.ZodObject): FormField[] {
  return Object.entries(settings.shape).map(([name, schema]) => {
    const known = facts.get(schema as z.ZodType);
    if (!known) throw new Error(`the setting "${name}" is none of lib/sync/fields.ts`);
    return { name: name as FieldName, ...known };
  });
}
