/** What is typed into a field, and the value that it stands for in the policy. */
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import type { FieldShape } from './fields.ts';

/** A value as it stands in its field. */
export function typedOf(value: Json | undefined, kind: FieldShape['kind']): string {
  if (value === undefined || value === null) return '';
  if (kind === 'moment') return typeof value === 'string' ? value.slice(0, 16) : '';
  if (Array.isArray(value)) return value.map(String).join('\n');
  return String(value);
}

/** What was typed as a value; undefined where nothing was. What cannot be read stays as it is, for the check to say so. */
export function readTyped(typed: string, kind: FieldShape['kind']): Json | undefined {
  if (typed.trim() === '') return undefined;
  switch (kind) {
    case 'number':
      return numberOf(typed);
    case 'moment':
      return `${typed}:00Z`;
    case 'numbers':
      return linesOf(typed).map(numberOf);
    case 'lines':
    case 'people':
      return linesOf(typed);
    default:
      return typed;
  }
}

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Italians write 0,05. */
function numberOf(typed: string): number | string {
  const number = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(number) ? number : typed;
}
