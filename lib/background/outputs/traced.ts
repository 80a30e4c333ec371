/** What is known of where an output came from, as its card may show it; and whether a sighting of it is a new one. */
import { placeSeen } from '../../domain/fold/output.ts';
import { groundsOf } from '../../domain/output/origin.ts';
import type { Output } from '../../domain/output/output.ts';
import { saysMore, statedOf } from '../../domain/output/stated.ts';
import type { ToldTrace } from '../../domain/output/trace.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import type { CardTrace } from '../../messages/to-background/output.ts';
import { makersOf } from '../../store/ask/queries.ts';

/** Other places at which one browser notes the same text: short texts ("Yes.") stand everywhere. */
const MOST_PLACES = 20;

/** Whether a text that is known is seen at another place than before, and that is worth a note. */
export function isElsewhere(known: Output, told: ToldTrace, source: string): boolean {
  const own = (known.sightings ?? []).filter((sighting) => sighting.source === source);
  return own.length < MOST_PLACES && ![known.trace, ...own].some((place) => placeSeen(place) === placeSeen(told));
}

/** What a card may show, to the page at `url`. Sightings by colleagues are for the panel only. */
export function tracedFor(output: Output, source: string, url: string | undefined): CardTrace {
  const { trace, checks = [], sightings = [] } = output;
  const { promptKept, manifest, hidden, statedConfidence, process, policy } = trace;
  return {
    grounds: groundsOf(trace, checks),
    ...(promptKept ? { promptKept } : {}),
    ...(manifest ? { manifest } : {}),
    ...(hidden ? { hidden } : {}),
    ...(statedConfidence ? { statedConfidence } : {}),
    ...(process ? { process: process.name } : {}),
    ...(policy ? { policy } : {}),
    checks: checks.map(({ url: cited, reach, claim, reason }) => ({
      ...{ url: cited, reach, claim },
      ...(reason ? { reason } : {}),
    })),
    alsoSeen: sightings
      .filter((sighting) => sighting.source === source && sighting.pageUrl !== pageOf(url))
      .map(({ toolName, seenAt }) => ({ toolName, seenAt })),
  };
}

/** A page's address as traces hold it. */
function pageOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

type Told = Pick<MessageBody<'output.seen'>, 'trace' | 'content' | 'stated'>;

/** How sure the tool says it is of what a page tells of. Of a text that was cut the last line is not the last that was said. */
export function statedIn({ trace: { evidence }, content, stated = [] }: Told): string | undefined {
  const isWhole = !evidence.includes('shortened') && !evidence.includes('part');
  return statedOf(stated, isWhole ? content.text : '');
}

/** Whether a page states how sure its tool is of a known text only now, where this browser was the first to see it. */
export async function isRestated(known: Output, told: Told, source: string): Promise<boolean> {
  const said = statedIn(told);
  if (said === undefined || !saysMore(said, known.trace.statedConfidence)) return false;
  if (placeSeen(known.trace) !== placeSeen(told.trace)) return false;
  return (await makersOf(known.hash))[0]?.source === source;
}
