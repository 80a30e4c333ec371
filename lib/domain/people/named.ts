/** Schemas of whoever is named in facts: an event's schema that names people uses these, and an erasure finds each of them. */
import * as z from 'zod';
import { LONGEST_PERSON } from '../limits.ts';

/** How a string names somebody: it is their subject, or a party of the policy, which may be a role or a group as well. */
const NAMING = z.registry<{ as: 'subject' | 'party' }>();

/** A person's subject, as tokens and accounts have it. */
export const personNamed = z.lazy(() => z.string().min(1).max(LONGEST_PERSON)).register(NAMING, { as: 'subject' });

/** Says of a schema of parties that it may name a person. */
export const mayName = <S extends z.ZodType>(schema: S): S => {
  NAMING.add(schema, { as: 'party' });
  return schema;
};

const PERSON = 'person:';

type Renaming = (name: string) => string;
type Schema = z.core.$ZodType;

/** Whether a schema says nothing of a value but that it may be missing, or that it is made when it is first needed. */
const isAround = (schema: Schema): schema is z.ZodOptional | z.ZodNullable | z.ZodLazy =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodLazy;

/** A value of a schema with each name in it renamed, by its keys in the order of their letters. */
export function renamedIn(schema: Schema, value: unknown, to: Renaming): unknown {
  const naming = NAMING.get(schema);
  if (naming && typeof value === 'string') return renamedText(value, naming.as, to);
  if (isAround(schema)) return renamedIn(schema.unwrap(), value, to);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((each) => renamedIn(schema.element, each, to));
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null) return value;
  const shape: Record<string, Schema | undefined> = schema.shape;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, each]) => {
      const inner = shape[key];
      return [key, inner ? renamedIn(inner, each, to) : each];
    }),
  );
}

function renamedText(text: string, as: 'subject' | 'party', to: Renaming): string {
  if (as === 'subject') return to(text);
  return text.startsWith(PERSON) ? `${PERSON}${to(text.slice(PERSON.length))}` : text;
}

/** Whether a value of a schema can name anybody. */
export function canName(schema: Schema): boolean {
  if (NAMING.has(schema)) return true;
  if (isAround(schema)) return canName(schema.unwrap());
  if (schema instanceof z.ZodArray) return canName(schema.element);
  return schema instanceof z.ZodObject && Object.values(schema.shape as Record<string, Schema>).some(canName);
}
