/** The AI tools that a team uses: seen in its browsers, by what tallies say, and what the policy says of each. Tools, never people. */
import { monthOf } from '../figures/months.ts';
import type { Tally } from '../figures/tally.ts';
import { stratumParts } from '../output/stratum.ts';
import type { Party } from './party.ts';
import type { Policy } from './policy.ts';
import type { Json } from './writing/draft.ts';
import { addedAt, type DraftPath, readAt, writeAt } from './writing/draft.ts';

/** A tool that was seen. When is said by the month: of a day somebody might know who worked. How often is not said at all. */
export interface SeenTool {
  host: string;
  /** Id of its profile; empty where it has none. */
  tool: string;
  month: string;
}

/** The tools of some tallies, one a host, by name of the host. What a tally names no host of is one person's own matter. */
export function toolsSeen(tallies: readonly Pick<Tally, 'day' | 'stratum' | 'host'>[]): SeenTool[] {
  const seen = new Map<string, SeenTool>();
  for (const { day, stratum, host } of tallies) {
    if (host === undefined) continue;
    const [known, month] = [seen.get(host), monthOf(day)];
    const tool = known?.tool || (stratumParts(stratum)?.tool ?? '');
    seen.set(host, { host, tool, month: known && known.month > month ? known.month : month });
  }
  return [...seen.values()].sort((one, other) => (one.host < other.host ? -1 : 1));
}

/** What a draft of the policy says of a tool. */
interface ToolStanding {
  /** Undefined where it is not decided. */
  allowed?: boolean;
  /** Ids of the processes that name it. */
  processes: string[];
}

const listAt = (draft: Json | undefined, path: DraftPath): Json[] => {
  const found = draft === undefined ? undefined : readAt(draft, path);
  return Array.isArray(found) ? found : [];
};

const textAt = (draft: Json, at: string): string => {
  const found = readAt(draft, [at]);
  return typeof found === 'string' ? found : '';
};

export function standingOfTool(draft: Json, { host, tool }: SeenTool): ToolStanding {
  const entry = listAt(draft, ['inventory']).find((one) => textAt(one, 'host') === host);
  const processes = listAt(draft, ['processes']).filter(
    (process) =>
      (tool !== '' && listAt(process, ['applies', 'tools']).includes(tool)) ||
      listAt(process, ['applies', 'addresses']).some((address) => isOfHost(address, host)),
  );
  return {
    ...(entry === undefined ? {} : { allowed: readAt(entry, ['allowed']) === true }),
    processes: processes.map((process) => textAt(process, 'id')),
  };
}

const isOfHost = (address: Json, host: string): boolean =>
  typeof address === 'string' && address.split('/')[0] === host;

/** The draft with a tool in its inventory: undecided things are not allowed by being listed, so whoever adds it says which. */
export const withTool = (draft: Json, { host }: Pick<SeenTool, 'host'>, allowed: boolean): Json =>
  addedAt(draft, ['inventory'], { host, allowed });

/** Whether a draft has a host watched by evidence. */
export const isWatchedIn = (draft: Json, host: string): boolean => listAt(draft, ['tools', 'watch']).includes(host);

/** The draft with a host watched. */
export const withWatched = (draft: Json, host: string): Json =>
  isWatchedIn(draft, host) ? draft : addedAt(draft, ['tools', 'watch'], host);

/**
 * The draft with a tool named in a process. Tools and addresses of a process have both to fit: what it names already is added to, so
 * that it covers no less than before.
 */
export function withToolIn(draft: Json, processId: string, { host, tool }: SeenTool): Json {
  const at = listAt(draft, ['processes']).findIndex((process) => textAt(process, 'id') === processId);
  if (at < 0) return draft;
  const path: DraftPath = ['processes', at, 'applies'];
  const applies = readAt(draft, path) ?? {};
  const [byTool, byHost] = [listAt(applies, ['tools']).length > 0, listAt(applies, ['addresses']).length > 0];
  const put = (into: Json, list: 'tools' | 'addresses', one: string): Json =>
    listAt(into, [list]).includes(one) ? into : addedAt(into, [list], one);
  // A tool without a profile has no id: where a process goes by tools alone, an address would take them all out.
  if (byTool && !byHost && tool === '') return draft;
  let next: Json = applies;
  if (tool !== '' && (byTool || !byHost)) next = put(next, 'tools', tool);
  if (byHost || tool === '') next = put(next, 'addresses', host);
  return writeAt(draft, path, next) ?? draft;
}

/** A tool that the policy in force does not allow, and whom to ask of it. */
interface ForbiddenTool {
  /** As the policy names it, else its host. */
  name: string;
  owner: Party;
}

/** The tool at the address of a page, where the policy says that it is not allowed. Of several entries the narrowest counts. */
export function forbiddenAt(policy: Policy | undefined, pageUrl: string, now: string): ForbiddenTool | undefined {
  if (policy?.format !== 2 || !URL.canParse(pageUrl)) return undefined;
  if (policy.inForceFrom !== undefined && Date.parse(policy.inForceFrom) > Date.parse(now)) return undefined;
  const { host, hostname } = new URL(pageUrl);
  const takes = (pattern: string): boolean =>
    pattern.startsWith('*.')
      ? [host, hostname].some((one) => one.endsWith(pattern.slice(1)))
      : [host, hostname].includes(pattern);
  const [first] = (policy.inventory ?? [])
    .filter((entry) => takes(entry.host))
    .sort((one, other) => narrowness(other.host) - narrowness(one.host));
  return first && !first.allowed ? { name: first.name || first.host, owner: first.owner ?? 'role:admin' } : undefined;
}

/** A host before what takes all below one; of those the longer. */
const narrowness = (pattern: string): number => pattern.length + (pattern.startsWith('*.') ? 0 : 1_000);
