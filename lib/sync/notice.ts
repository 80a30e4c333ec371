/** An event in a few words for people, for targets that are a chat. Plain text: each target escapes by its own rules. */
import type { Output } from '../domain/output/output.ts';
import { pageLinkOf } from './about.ts';
import type { Outgoing, World } from './target.ts';

export interface ChatNotice {
  title: string;
  /** Label and value. */
  facts: [label: string, value: string][];
  /** What somebody wrote, and the words they pointed at. */
  words: string[];
  link?: { label: string; url: string };
}

type Say = World['say'];
type EventTypeOf = Outgoing['event']['type'];

/** Chats are read at a glance: more than this of a text is not. */
const LONGEST = 700;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** The kinds of events that a chat can be told. */
export const NOTICE_TYPES: EventTypeOf[] = [
  'countersign.report.made.v1',
  'countersign.report.amended.v1',
  'countersign.decision.made.v1',
  'countersign.decision.withdrawn.v1',
  'countersign.gate.overridden.v1',
];

/** What to say of an event; undefined where there is nothing. `words`: whether what people wrote goes along. */
export function noticeOf({ event, output }: Outgoing, words: boolean, say: Say): ChatNotice | undefined {
  const place = placeOf(output, say);
  switch (event.type) {
    case 'countersign.report.made.v1':
    case 'countersign.report.amended.v1': {
      const { categories, severity } = event.data.facts;
      const { comment, passages = [] } = event.data.sealed?.content ?? {};
      const quoted = passages.map(({ selectors: [quote] }) => `“${quote.exact}”`);
      return {
        title: say('notice.reported', say(`severity.${severity}`)),
        facts: [
          [say('notice.problem'), categories.map((category) => say(`category.${category}`)).join(', ')],
          ...place,
        ],
        words: words ? [comment ?? '', ...quoted].filter(Boolean).map(shorten) : [],
        ...linked(output, say),
      };
    }
    case 'countersign.decision.made.v1': {
      const { verdict } = event.data.facts;
      const note = event.data.sealed?.content.note;
      return {
        title: say('notice.decided', say(`verdict.${verdict}`)),
        facts: place,
        words: words && note ? [shorten(note)] : [],
        ...linked(output, say),
      };
    }
    case 'countersign.gate.overridden.v1':
      return passed(event.data, place, words, output, say);
    case 'countersign.decision.withdrawn.v1':
      return { title: say('notice.takenBack'), facts: place, words: [], ...linked(output, say) };
    default:
      return undefined;
  }
}

type Passed = Extract<Outgoing['event'], { type: 'countersign.gate.overridden.v1' }>['data'];

/** Whoever was passed over hears of it; what a colleague granted is no news to them. */
function passed(
  { facts, sealed }: Passed,
  place: ChatNotice['facts'],
  words: boolean,
  output: Output | undefined,
  say: Say,
): ChatNotice | undefined {
  const { kind, processId } = facts;
  if (kind === 'exception') return undefined;
  const reason = sealed?.content.reason;
  return {
    title: say(kind === 'bypass' ? 'notice.passed.bypass' : 'notice.passed.override'),
    facts: [[say('notice.process'), processId], ...place],
    words: words && reason ? [shorten(reason)] : [],
    ...linked(output, say),
  };
}

function placeOf(output: Output | undefined, say: Say): [string, string][] {
  if (!output) return [];
  const { toolName, model } = output.trace;
  return [[say('notice.tool'), toolName], ...(model ? [[say('notice.model'), model] as [string, string]] : [])];
}

function linked(output: Output | undefined, say: Say): { link?: NonNullable<ChatNotice['link']> } {
  const url = pageLinkOf(output);
  return url ? { link: { label: say('notice.open'), url } } : {};
}

/** What stands in a message that only tries whether messages arrive. */
export const trialNotice = (say: Say): ChatNotice => ({ title: say('notice.trial'), facts: [], words: [] });
