/** Whom events name in their facts. What only these types do is worked out from their schemas: none can be forgotten. */

import { EVENTS } from '../events/index.ts';
import { canName, renamedIn } from './named.ts';

/** An event, as far as it may name somebody. */
interface Naming {
  type: string;
  data: { facts?: unknown };
}

const factsOf = ({ schema }: (typeof EVENTS)[number]) => schema.shape.data.shape.facts;

/** The facts' schema of each type that can name somebody. */
const FACTS = new Map(
  EVENTS.flatMap((declared) => {
    const facts = factsOf(declared);
    return canName(facts) ? [[declared.type as string, facts] as const] : [];
  }),
);

/** Every event type whose facts can name somebody. */
export const NAMING_TYPES: readonly string[] = [...FACTS.keys()];

/** Whom an event names in its facts, in their order; somebody whom it names twice is there twice. */
export function namesIn({ type, data }: Naming): string[] {
  const [schema, names] = [FACTS.get(type), [] as string[]];
  if (schema)
    renamedIn(schema, data.facts, (name) => {
      names.push(name);
      return name;
    });
  return names;
}

/** The same event with other names in its facts; `at`: which of `namesIn` it is. */
export function renamed<E extends Naming>(event: E, to: (name: string, at: number) => string): E {
  const schema = FACTS.get(event.type);
  if (!schema) return event;
  let at = -1;
  const facts = renamedIn(schema, event.data.facts, (name) => {
    at += 1;
    return to(name, at);
  });
  const whole: object = { ...event, data: { ...event.data, facts } };
  return whole as E;
}
