/** What is known of where an output came from, as its card may show it; and whether a sighting of it is a new one. */
import { placeSeen } from '../../domain/fold/output.ts';
import { groundsOf } from '../../domain/output/origin.ts';
import type { Output } from '../../domain/output/output.ts';
import type { ToldTrace } from '../../domain/output/trace.ts';
import type { CardTrace } from '../../messages/to-background/output.ts';

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
