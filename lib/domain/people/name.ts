/** What people are called where a person reads: a name where the team knows one, told apart where two have the same. */
import * as z from 'zod';
import { LONGEST_PERSON } from '../limits.ts';

/** Somebody's subject, as tokens and accounts have it, with their name. */
const personNameSchema = z.lazy(() =>
  z.object({
    subject: z.string().min(1).max(LONGEST_PERSON),
    name: z.string().min(1).max(LONGEST_PERSON),
    /** False of those who, as far as the collector knows, may not decide. */
    decides: z.boolean().optional(),
  }),
);
export type PersonName = z.infer<typeof personNameSchema>;

/** What the collector answers to `GET /v1/people`. */
export const namesSchema = z.lazy(() => z.object({ people: z.array(personNameSchema) }));

/** Finds what somebody is called, by their subject. */
export type NameOf = (subject: string) => string;

/** A subject that no person reads at a glance is cut to so many characters. */
const SHORT = 12;
/** Identifiers that a directory made: a GUID, a long run of digits and letters without a word in it. */
const MADE = /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|(?=[\w-]*\d)[\w-]{20,}|\d{10,}|[\w-]+\|.+|.{41,})$/i;

/** What somebody is called whom nobody has given a name: an address or a short name as it stands, else its beginning. */
export const shortSubject = (subject: string): string =>
  MADE.test(subject) && !subject.includes('@') ? `${[...subject].slice(0, SHORT).join('')}…` : subject;

/** How names are compared: what looks the same on a screen is the same. */
const looks = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLocaleLowerCase('en');

/** What each of a team's people is called. A name that two have, or that is another's subject, is told apart by the subject. */
export function namesFrom(people: readonly PersonName[]): NameOf {
  const bySubject = new Map(people.map(({ subject, name }) => [subject, name.trim()]));
  const taken = new Map<string, number>();
  for (const each of [...bySubject.values(), ...bySubject.keys()])
    taken.set(looks(each), (taken.get(looks(each)) ?? 0) + 1);
  return (subject) => {
    const name = bySubject.get(subject);
    if (!name) return shortSubject(subject);
    const same = looks(name) === looks(subject);
    const shared = (taken.get(looks(name)) ?? 0) > (same ? 2 : 1);
    return shared ? `${name} (${shortSubject(subject)})` : name;
  };
}
