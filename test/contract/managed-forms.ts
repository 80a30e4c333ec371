/**
 * What administrators and Chromium are told of managed settings, made from the record that the extension reads them by.
 * After a change of that record: `npx vitest run --project contract managed-schema -u`.
 */
import * as z from 'zod';
import { managedSchema } from '../../lib/domain/policy/managed.ts';

interface Schema {
  type?: string;
  description?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  required?: string[];
}

const full = (): Schema => z.toJSONSchema(managedSchema, { io: 'input' }) as Schema;

/**
 * Types and names alone. Chromium drops a value that does not fit its schema without a word to the extension; what is
 * stricter is checked by the extension, which tells it in the options.
 */
function bare({ type, description, properties, items }: Schema): Schema {
  return {
    ...(type ? { type } : {}),
    ...(description ? { description } : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, bare(schema)])) }
      : {}),
    ...(items ? { items: bare(items) } : {}),
  };
}

/** What Chromium is told. */
export const chromiumSchema = (): Schema => bare(full());

const KINDS: Record<string, string> = { string: 'text', boolean: 'true or false', array: 'list', object: 'group' };

function rows(schema: Schema, path: string): string[] {
  const inner = schema.items?.properties ? schema.items : schema;
  const prefix = schema.items?.properties ? `${path}[]` : path;
  return Object.entries(inner.properties ?? {}).flatMap(([name, field]) => {
    const at = prefix ? `${prefix}.${name}` : name;
    const needed = prefix && inner.required?.includes(name) ? ' (needed)' : '';
    return [
      `| \`${at}\` | ${KINDS[field.type ?? ''] ?? field.type}${needed} | ${field.description} |`,
      ...rows(field, at),
    ];
  });
}

/** The page of all settings. */
export const settingsPage = (): string => `# Every setting that can be managed

For [administrators](admin.md). \`[]\` stands for each entry of a list. \`policy\` is [a record of its own](policy.md).

${['| setting | | what it does |', '|---|---|---|', ...rows(full(), '')].join('\n')}
`;
