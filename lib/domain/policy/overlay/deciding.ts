/** Who could decide under an overlay and may not by the base: everybody is asked whom the rules of either could tell apart. */
import { authorityOf } from '../../people/authority.ts';
import type { Party, Person, PolicyRole } from '../party.ts';
import { type Process, VERBS, type Verb } from '../process.ts';
import type { Slip } from './slip.ts';

/** Verbs that hold a text back: whoever may use them by the base may go on doing so. */
const HOLDS_BACK: ReadonlySet<Verb> = new Set(['block', 'stop']);
/** Verbs by which a text goes: nobody may use them who may not by the base. */
const SAYS_YES: ReadonlySet<Verb> = new Set(['approve', 'modify', 'override', 'except', 'bypass']);

/** The first person who could decide by the overlay alone, or who could hold back by the base alone. */
export function decidingSlip(
  base: Process,
  over: Process,
  before: readonly PolicyRole[],
  after: readonly PolicyRole[],
): Slip | undefined {
  for (const [person, verb, authors] of casesOf(base, over, after)) {
    const was = may(verb, person, base, before, authors);
    const is = may(verb, person, over, after, authors);
    if (was !== is && (was ? HOLDS_BACK : SAYS_YES).has(verb)) return slipOfVerb(verb, person, over, is);
  }
  return undefined;
}

function* casesOf(base: Process, over: Process, roles: readonly PolicyRole[]): Generator<[Person, Verb, string[]]> {
  const people = peopleOf(base, over, roles);
  for (const person of people)
    for (const verb of VERBS) for (const authors of authorsFor(person, people, over)) yield [person, verb, authors];
}

const slipOfVerb = (verb: Verb, person: Person, { id }: Process, is: boolean): Slip =>
  is
    ? { kind: 'decides', processId: id, verb, person }
    : { kind: 'looser', field: `processes.${id}.authority.${verb}` };

const NOW = '2026-01-01T00:00:00Z';

function may(verb: Verb, person: Person, process: Process, roles: readonly PolicyRole[], authors: string[]): boolean {
  // Where the gate takes no reason, nobody goes on with one.
  if (verb === 'override' && process.gate.override === 'never') return false;
  return authorityOf({ verb, person, process, roles, authors, seenAt: NOW, now: NOW }).may;
}

/** Whose text it may be. Who is left of those who approve only matters where somebody comes after them. */
function authorsFor({ subject }: Person, people: readonly Person[], { fallback }: Process): string[][] {
  if (!fallback) return [[], [subject]];
  const others = [...new Set(people.map((one) => one.subject))].filter((one) => one !== '' && one !== subject);
  return [[], [subject], others, ...others.map((one) => [one])];
}

/** Everybody that the rules could tell apart: each one named, each group, each of the collector's roles, a stranger. */
function peopleOf(base: Process, over: Process, roles: readonly PolicyRole[]): Person[] {
  const parties = new Set<Party>([
    ...[base, over].flatMap(({ authority, designers, fallback }) => [
      ...Object.values(authority ?? {}).flat(),
      ...(fallback ?? []),
      ...(designers ?? []),
    ]),
    ...roles.flatMap(({ members }) => members),
  ]);
  const named = [...parties].flatMap((party): Person[] => {
    const [kind, name = ''] = [party.slice(0, party.indexOf(':')), party.slice(party.indexOf(':') + 1)];
    if (kind === 'person') return ['reporter', 'reviewer', 'admin'].map((role) => ({ subject: name, role }));
    return kind === 'group' ? [{ subject: '', role: 'reporter', groups: [name] }] : [];
  });
  return [...named, ...['reporter', 'reviewer', 'admin'].map((role) => ({ subject: '', role }))];
}
