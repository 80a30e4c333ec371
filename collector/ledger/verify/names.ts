/** Checks the people whom events name in their facts: each is who was named, or an erasure in the log says that they are gone. */
import { erasedFactsSchema } from '../../../lib/domain/events/content-erased.ts';
import { eventKey } from '../../../lib/domain/events/event.ts';
import { namesIn } from '../../../lib/domain/people/naming.ts';
import { commitNow } from '../../chain.ts';
import type { LogRow } from '../log-lines.ts';
import type { FindingKind } from './findings.ts';

/** By the key of the event and the place of the name in it. */
type ByPlace<T> = Map<string, T>;

export interface NamesState {
  /** Names that are not there, with the number of the row and what stands in their place. */
  gone: ByPlace<{ sequence: string; pseudonym: string }>;
  /** Names that are there, with the number of the row. */
  there: ByPlace<string>;
  /** What erasures put in the place of names: those up to the head, and later ones. */
  erased: ByPlace<string>;
  later: ByPlace<string>;
}

export const noNames = (): NamesState => ({
  ...{ gone: new Map(), there: new Map(), erased: new Map(), later: new Map() },
});

const placeOf = (event: { source: string; id: string }, at: number): string => `${eventKey(event)} ${at}`;

/** Compares the names of a row with what it commits to. */
export function checkNames({ gone, there }: NamesState, row: LogRow): [FindingKind, string][] {
  const { event, named, sequence } = row;
  const names = namesIn(event);
  if (named && named.length > 0 && named.length !== names.length)
    return [['author_changed', 'The event names others than the row commits to.']];
  const wrong: [FindingKind, string][] = [];
  for (const [at, name] of names.entries()) {
    const place = placeOf(event, at);
    const { commitment, salt } = named?.[at] ?? {};
    // Of a row that was chained with its names, these are in the link; once one was erased, nothing commits to them.
    const isClosed = named !== undefined && salt === undefined;
    if (isClosed && ERASED.test(name)) gone.set(place, { sequence, pseudonym: name });
    else if (isClosed && commitment !== undefined) wrong.push(['author_changed', NOBODYS]);
    else there.set(place, sequence);
    if (salt !== undefined && commitNow(salt, name) !== commitment) wrong.push(['author_changed', ANOTHER]);
  }
  return wrong;
}

const ERASED = /^erased:/;
const NOBODYS = 'A person is named to whom nothing commits.';
const ANOTHER = 'A person is named who is not whom the row commits to.';

/** Notes which names an erasure took. */
export function acceptNames(erased: ByPlace<string>, { event }: LogRow): void {
  if (event.type !== 'countersign.content.erased.v1') return;
  const { pseudonym, named = [] } = erasedFactsSchema.safeParse(event.data.facts).data ?? {};
  if (pseudonym !== undefined)
    for (const { at, ...key } of named) for (const place of at) erased.set(placeOf(key, place), pseudonym);
}

/** Names that are gone without an erasure, and those that an erasure took and that are there again. */
export function namesUnanswered({ gone, there, erased, later }: NamesState): Answer[] {
  const lost = [...gone].filter(([key, { pseudonym }]) => ![erased.get(key), later.get(key)].includes(pseudonym));
  const back = [...erased.keys()].flatMap((key) => there.get(key) ?? []);
  return [
    ...lost.map(([, { sequence }]): Answer => ['author_changed', sequence, LOST]),
    ...back.map((sequence): Answer => ['content_back', sequence, 'A name that was erased is there again.']),
  ];
}

type Answer = [kind: FindingKind, sequence: string, detail: string];
const LOST = 'A name in the event is gone, and no erasure in the log says so.';
