/**
 * What holds when a team's overlay lies over the policy of the centre. What both may name is put together; of what only one can
 * name, the overlay's counts, and `slipOf` refuses it where it is looser. What the centre alone decides stays as it is.
 */
import type { GovernancePolicy } from '../policy.ts';

type Tools = NonNullable<GovernancePolicy['tools']>;
type Queue = NonNullable<GovernancePolicy['queue']>;
type Reuse = NonNullable<GovernancePolicy['reuse']>;

/** The overlay's fields of a process over the base's, its own processes and statements after them. */
export function overlaid(base: GovernancePolicy, overlay: GovernancePolicy): GovernancePolicy {
  const own = new Map((overlay.processes ?? []).map((process) => [process.id, process]));
  const processes = base.processes?.map((process) => ({ ...process, ...own.get(process.id) }));
  return {
    ...base,
    ...overlay,
    version: `${base.version} + ${overlay.version}`.slice(0, 60),
    ...defined({
      objectives: joined(base.objectives, overlay.objectives, ({ id }) => id),
      limits: joined(base.limits, overlay.limits, ({ id }) => id),
      roles: joined(base.roles, overlay.roles, ({ id }) => id),
      processes: joined(processes, overlay.processes, ({ id }) => id),
      literacy: joined(base.literacy, overlay.literacy, ({ id }) => id),
      inventory: joined(base.inventory, overlay.inventory, ({ host }) => host),
      queue: both(base.queue, overlay.queue, lined),
      privacy: base.privacy ?? overlay.privacy,
      redaction: both(base.redaction, overlay.redaction, masked),
      trace: both(base.trace, overlay.trace, (one, other) => ({ ...one, ...other })),
      tools: both(base.tools, overlay.tools, read),
      reuse: both(base.reuse, overlay.reuse, recognised),
    }),
  };
}

/** A list and what another one adds to it; of two with one name, the first counts. */
function joined<T>(
  first: readonly T[] | undefined,
  second: readonly T[] | undefined,
  nameOf: (one: T) => string,
): T[] | undefined {
  if (!first || !second) return (first ?? second)?.slice();
  const known = new Set(first.map(nameOf));
  return [...first, ...second.filter((one) => !known.has(nameOf(one)))];
}

const both = <T>(base: T | undefined, overlay: T | undefined, put: (base: T, overlay: T) => T): T | undefined =>
  base && overlay ? put(base, overlay) : (base ?? overlay);

const united = <T>(first: readonly T[] | undefined, second: readonly T[] | undefined): T[] | undefined =>
  joined(first, second, String);

/** More can be masked, never less. */
const masked = (
  base: NonNullable<GovernancePolicy['redaction']>,
  overlay: NonNullable<GovernancePolicy['redaction']>,
): NonNullable<GovernancePolicy['redaction']> =>
  defined({
    kinds: united(base.kinds, overlay.kinds),
    parts: united(base.parts, overlay.parts),
    names: united(base.names, overlay.names),
    region: base.region ?? overlay.region,
  });

function read(base: Tools, overlay: Tools): Tools {
  const patch = { ...overlay.patch };
  for (const [id, fields] of Object.entries(base.patch ?? {})) patch[id] = { ...patch[id], ...fields };
  return defined({
    add: joined(base.add, overlay.add, ({ id }) => String(id)),
    patch: base.patch || overlay.patch ? patch : undefined,
    off: united(base.off, overlay.off),
    watch: united(base.watch, overlay.watch),
  });
}

const lined = (base: Queue, overlay: Queue): Queue =>
  defined({
    assignedDays: overlay.assignedDays ?? base.assignedDays,
    views: joined(base.views, overlay.views, ({ name }) => name),
  });

const recognised = (base: Reuse, overlay: Reuse): Reuse =>
  defined({ keepDays: overlay.keepDays ?? base.keepDays, showOnPages: united(base.showOnPages, overlay.showOnPages) });

/** Without what is not said. */
type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const defined = <T extends object>(given: T): Partial<Defined<T>> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Defined<T>>;
