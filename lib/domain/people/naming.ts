/** Whom events name in their facts. What only these types do is worked out from their schemas: none can be forgotten. */

import { EVENTS } from '../events/index.ts';
import { canName, renamedIn } from './named.ts';

/** An event, as far as it may name somebody. */
interface Naming {
  type: string;
  data: { facts?: unknown };
}

type Facts = Parameters<typeof canName>[0];

const factsOf = ({ schema }: (typeof EVENTS)[number]): Facts => schema.unwrap().shape.data.shape.facts;

/** The facts' schema of each type that was asked for; null where they can name nobody. */
const known = new Map<string, Facts | null>();

/** The facts' schema of a type, where it can name somebody. */
function naming(type: string): Facts | null {
  const before = known.get(type);
  if (before !== undefined) return before;
  const declared = EVENTS.find((each) => each.type === type);
  const facts = declared ? factsOf(declared) : undefined;
  const found = facts && canName(facts) ? facts : null;
  known.set(type, found);
  return found;
}

/** Every event type whose facts can name somebody. */
export const namingTypes = (): string[] =>
  EVENTS.map(({ type }) => type as string).filter((type) => naming(type) !== null);

/** Whom an event names in its facts, in their order; somebody whom it names twice is there twice. */
export function namesIn({ type, data }: Naming): string[] {
  const [schema, names] = [naming(type), [] as string[]];
  if (schema)
    renamedIn(schema, data.facts, (name) => {
      names.push(name);
      return name;
    });
  return names;
}

/** The same event with other names in its facts; `at`: which of `namesIn` it is. */
export function renamed<E extends Naming>(event: E, to: (name: string, at: number) => string): E {
  const schema = naming(event.type);
  if (!schema) return event;
  let at = -1;
  const facts = renamedIn(schema, event.data.facts, (name) => {
    at += 1;
    return to(name, at);
  });
  const whole: object = { ...event, data: { ...event.data, facts } };
  return whole as E;
}
