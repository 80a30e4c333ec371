/** Whom events name: no type can name anybody without saying so. */
import { expect, test } from 'vitest';
import * as z from 'zod';
import { EVENTS } from '../../../../lib/domain/events/index.ts';
import { canName } from '../../../../lib/domain/people/named.ts';
import { namesIn, namingTypes, renamed } from '../../../../lib/domain/people/naming.ts';
import { NAMING } from '../../collector/people/naming.ts';

type Schema = z.core.$ZodType;

/** Each string of a schema that may hold any words, by where it stands. */
function freeTexts(schema: Schema, at: string): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodLazy) {
    const inner = schema.unwrap();
    return inner instanceof z.ZodString && canName(schema) ? [] : freeTexts(inner, at);
  }
  if (schema instanceof z.ZodArray) return freeTexts(schema.element, `${at}[]`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, Schema>).flatMap(([key, each]) =>
      freeTexts(each, `${at}.${key}`),
    );
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((each: Schema) => freeTexts(each, at));
  if (schema instanceof z.ZodRecord) return freeTexts(schema.valueType, `${at}{}`);
  return schema instanceof z.ZodString && schema.format === null && !canName(schema) ? [at] : [];
}

/** What facts hold in words and is nobody: versions, names of tools and models, addresses. */
const NOBODYS =
  /\.(policyVersion|version|toolName|stratum|host|url|movedTo|events\[\]\.source|named\[\]\.source|pseudonym)$|^output\.seen\./;

test('facts hold no words but those that are known to name nobody', () => {
  const all = EVENTS.flatMap(({ type, schema }) =>
    freeTexts(schema.unwrap().shape.data.shape.facts, type.replace(/^countersign\.|\.v\d+$/g, '')),
  );
  expect(all.filter((at) => !NOBODYS.test(at))).toEqual([]);
});

test.each(namingTypes().map((type) => ({ type })))(
  '$type: its names are found and taken, the rest stays',
  async ({ type }) => {
    const event = await NAMING[type]?.('bea');
    if (!event) throw new Error('no example');
    const names = namesIn(event);
    expect(names).toContain('bea');
    const taken = renamed(event, (name) => (name === 'bea' ? 'erased:1' : name));
    expect(namesIn(taken)).toEqual(names.map((name) => (name === 'bea' ? 'erased:1' : name)));
    expect(renamed(taken, (name) => (name === 'erased:1' ? 'bea' : name))).toEqual(event);
  },
);
