/** One output of a page, from its first token to its last version. */
import {
  LONGEST_ADDRESS,
  LONGEST_CITED_ADDRESS,
  LONGEST_LABEL,
  LONGEST_PROMPT,
  MOST_CITATIONS,
} from '../../domain/limits.ts';
import { cutTo, shorten } from '../../domain/output/text.ts';
import type { Citation, Trace } from '../../domain/output/trace.ts';
import type { ListedOutput } from '../../messages/to-page/index.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import type { Root } from '../ground/tree.ts';
import { readCanonical } from '../read/port.ts';
import type { TextReading } from '../read/reading.ts';
import { roughText } from '../read/rough.ts';
import { firstMatches } from './matches.ts';
import type { Turns } from './turns.ts';

/** What tells an output from the others of its page. */
export interface Name {
  conversation?: string | undefined;
  /** The tool's own id of the message. */
  message?: string | undefined;
  /** The person's turn that it answers: by the tool's id of that, else by what it says. */
  asked?: string | undefined;
  user?: WeakRef<Element> | undefined;
}

/** What all who deal with an output know of it. What only one of them needs is kept by that one. */
export interface Found {
  /** The same for every version of this answer in its frame. */
  id: string;
  turn: Element;
  /** The element with the text, beside which the badge stands. */
  box: Element;
  root: Root;
  state: 'streaming' | 'complete';
  /** True once the text was seen to grow: it arrived while we watched. */
  grew: boolean;
  evidence: Set<string>;
  startedAt: string;
  completedAt?: string;
  /** Text of the last complete version. */
  text?: string;
  /** What stands there now is not what `hash` is of: a person changed it, the browser translated it, or it was not told yet. */
  differs?: boolean;
  /** Hash of the last version that the background was told of. */
  hash?: string;
}

/** Canonical text of an answer as it stands now; as long as the reader is not there, its rough text. */
export const textOf = (turn: Element, turns: Turns): string => readingOf(turns.prose(turn), turns).text;

/** The same, for what streams: it costs less, and tells as well whether something came. */
export const roughTextOf = (turn: Element, turns: Turns): string => roughText(turns.prose(turn), turns.profile.exclude);

export function readingOf(elements: readonly Element[], { profile }: Turns): Pick<TextReading, 'text' | 'isPart'> {
  return readCanonical(elements, profile.exclude) ?? { text: roughText(elements, profile.exclude), isPart: false };
}

/** An output as it is listed for the panel. */
export const listedOf = (found: Found, turns: Turns): ListedOutput => ({
  id: found.id,
  text: found.state === 'complete' && found.text !== undefined ? found.text : roughTextOf(found.turn, turns),
  state: found.state,
  tool: turns.profile.id,
  evidence: [...found.evidence],
  startedAt: found.startedAt,
  ...(found.completedAt && found.state === 'complete' ? { completedAt: found.completedAt } : {}),
});

/** The tool's own id of a message, from the first attribute of the profile that is there. */
export function messageIdOf(turn: Element, profile: ToolProfile): string | undefined {
  for (const attribute of profile.messageId ?? []) {
    const value = turn.getAttribute(attribute) ?? turn.querySelector(`[${attribute}]`)?.getAttribute(attribute);
    if (value) return shorten(value, 200);
  }
  return undefined;
}

/** The conversation's id in an address, by the profile's patterns. */
export function conversationIdOf(address: Location, profile: ToolProfile): string | undefined {
  for (const pattern of profile.conversation ?? []) {
    const id = new RegExp(pattern).exec(address.pathname + address.search)?.[1];
    if (id) return shorten(id, 200);
  }
  return undefined;
}

/** Everything that the page shows of where an output came from. */
export function traceOf(found: Found, text: string, turns: Turns): Trace {
  const { profile } = turns;
  const model = modelOf(found, profile);
  const conversationId = conversationIdOf(location, profile);
  const messageId = messageIdOf(found.turn, profile);
  return {
    tool: profile.id,
    toolName: profile.name,
    ...(model ? { model } : {}),
    ...(conversationId ? { conversationId } : {}),
    ...(messageId ? { messageId } : {}),
    // Without query and fragment: those can hold what a person typed, or a session.
    pageUrl: shorten(pageUrl(), LONGEST_ADDRESS),
    ...(document.title ? { pageTitle: shorten(document.title, LONGEST_LABEL) } : {}),
    citations: citationsOf(found, turns),
    evidence: [...found.evidence],
    startedAt: found.startedAt,
    completedAt: found.completedAt ?? found.startedAt,
    characters: Array.from(text).length,
  };
}

/** A frame without an address of its own (`about:blank`, `srcdoc`) belongs to the page that wrote it. */
function pageUrl(): string {
  const { origin, pathname } = location.protocol === 'about:' ? new URL(document.baseURI) : location;
  return origin + pathname;
}

function modelOf({ turn, root }: Found, profile: ToolProfile): string | undefined {
  for (const entry of profile.model ?? []) {
    // `selector@attribute` reads an attribute, a plain selector the text.
    const [selector = '', attribute] = entry.split('@');
    const element = turn.matches(selector) ? turn : (turn.querySelector(selector) ?? root.querySelector(selector));
    const label = attribute ? element?.getAttribute(attribute) : element?.textContent;
    const folded = label?.replace(/\s+/g, ' ').trim();
    if (folded) return shorten(folded, LONGEST_LABEL);
  }
  return undefined;
}

function citationsOf({ turn }: Found, turns: Turns): Citation[] {
  const named = firstMatches(turn, turns.profile.citations);
  const places = named.length > 0 ? named : turns.prose(turn);
  const links = places.flatMap((place) =>
    place.matches('a[href]') ? [place] : [...place.querySelectorAll('a[href]')],
  );
  const byUrl = new Map<string, Citation>();
  for (const link of links) {
    const url = webAddress(link);
    const title = link.textContent?.replace(/\s+/g, ' ').trim();
    if (url && !byUrl.has(url)) byUrl.set(url, { url, ...(title ? { title: shorten(title, LONGEST_LABEL) } : {}) });
  }
  return [...byUrl.values()].slice(0, MOST_CITATIONS);
}

/** The address of a link as a trace has it; undefined where it is none of the web. */
export function webAddress(link: Element): string | undefined {
  const href = link.getAttribute('href') ?? '';
  if (!URL.canParse(href, link.baseURI)) return undefined;
  const url = new URL(href, link.baseURI);
  return /^https?:$/.test(url.protocol) && url.href.length <= LONGEST_CITED_ADDRESS ? url.href : undefined;
}

/** The prompt before an output, where one is in the page. */
export function promptOf(found: Found, turns: Turns): string | undefined {
  const user = turns.userBefore(found.turn);
  const text = user && readingOf([turns.userText(user)], turns).text;
  if (!text) return undefined;
  if (text.length > LONGEST_PROMPT) found.evidence.add('prompt:shortened');
  return cutTo(text, LONGEST_PROMPT);
}
