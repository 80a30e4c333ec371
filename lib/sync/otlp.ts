/** Values as OTLP's JSON has them (opentelemetry-proto, `AnyValue`). */

/** Attributes by name; what is undefined is left out. */
export type Attributes = Record<string, unknown>;

interface KeyValue {
  key: string;
  value: AnyValue;
}
type AnyValue =
  | { stringValue: string }
  | { boolValue: boolean }
  | { intValue: string }
  | { doubleValue: number }
  | { arrayValue: { values: AnyValue[] } }
  | { kvlistValue: { values: KeyValue[] } };

/** Scores are doubles by the conventions, whole or not. */
const DOUBLES = /\.score(\.value)?$/;

/** Attributes as OTLP lists them. 64-bit integers are strings there. */
export function keyValues(attributes: Attributes): KeyValue[] {
  return Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : { key, value: anyValue(value, DOUBLES.test(key)) },
  );
}

function anyValue(value: unknown, double: boolean): AnyValue {
  if (typeof value === 'number')
    return double || !Number.isInteger(value) ? { doubleValue: value } : { intValue: String(value) };
  if (typeof value === 'boolean') return { boolValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map((part) => anyValue(part, false)) } };
  if (typeof value === 'object' && value !== null) return { kvlistValue: { values: keyValues({ ...value }) } };
  return { stringValue: String(value) };
}
