/**
 * A base policy from the centre, and a team's overlay over it. The overlay can add and tighten, never loosen: what would
 * slip is found by asking both policies the same questions, all that differ, and shown as a case.
 */
import { SEVERITIES } from '../codes.ts';
import { type ExampleQuestion, questionsOf } from '../gate/examples.ts';
import { type GateAnswer, gateOf } from '../gate/gate.ts';
import { authorityOf } from '../people/authority.ts';
import { strictness } from './effect.ts';
import type { Party, Person, PolicyRole } from './party.ts';
import type { GovernancePolicy } from './policy.ts';
import { type Process, VERBS, type Verb } from './process.ts';

/** A case that the overlay would let slip. */
export type Slip =
  | { kind: 'passes'; processId: string; question: ExampleQuestion; before: GateAnswer; after: GateAnswer }
  | { kind: 'decides'; processId: string; verb: Verb; person: Person }
  | { kind: 'unasked'; processId: string; pointId: string }
  | {
      kind: 'lessReview';
      processId: string;
      field: ReviewField;
    }
  | { kind: 'lapses'; processId: string; field: 'approval' | 'selfReviewAfterHours' }
  | { kind: 'gone'; field: string };

/** What holds when an overlay lies over a base: the overlay's fields of a process over the base's, its own added. */
export function overlaid(base: GovernancePolicy, overlay: GovernancePolicy): GovernancePolicy {
  const own = new Map((overlay.processes ?? []).map((process) => [process.id, process]));
  const processes = (base.processes ?? []).map((process) => ({ ...process, ...own.get(process.id) }));
  const known = new Set(processes.map(({ id }) => id));
  const added = (overlay.processes ?? []).filter(({ id }) => !known.has(id));
  const roles = [
    ...(base.roles ?? []),
    ...(overlay.roles ?? []).filter(({ id }) => !base.roles?.some((role) => role.id === id)),
  ];
  return {
    ...base,
    ...overlay,
    version: `${base.version} + ${overlay.version}`.slice(0, 60),
    ...(base.limits || overlay.limits ? { limits: [...(base.limits ?? []), ...(overlay.limits ?? [])] } : {}),
    ...(roles.length > 0 ? { roles } : {}),
    ...(processes.length + added.length > 0 ? { processes: [...processes, ...added] } : {}),
    ...(base.privacy ? { privacy: base.privacy } : {}),
    ...(base.inventory ? { inventory: base.inventory } : {}),
  };
}

/** The first case that the overlay would let slip, or undefined where it only adds and tightens. */
export function slipOf(base: GovernancePolicy, overlay: GovernancePolicy): Slip | undefined {
  const merged = overlaid(base, overlay);
  for (const process of base.processes ?? []) {
    const over = merged.processes?.find(({ id }) => id === process.id);
    if (!over) return { kind: 'gone', field: `processes.${process.id}` };
    const slip = slipIn(process, over, base, merged);
    if (slip) return slip;
  }
  const off = base.tools?.off?.find((id) => !merged.tools?.off?.includes(id));
  return off ? { kind: 'gone', field: `tools.off.${off}` } : undefined;
}

function slipIn(base: Process, over: Process, from: GovernancePolicy, to: GovernancePolicy): Slip | undefined {
  return (
    passingSlip(base, over) ??
    decidingSlip(base, over, from.roles ?? [], to.roles ?? []) ??
    checklistSlip(base, over) ??
    reviewSlip(base, over) ??
    lapsingSlip(base, over)
  );
}

function passingSlip(base: Process, over: Process): Slip | undefined {
  // A place that the base covers and the overlay does not is a text without a gate.
  if (!isWithin(base.applies, over.applies)) return { kind: 'gone', field: `processes.${base.id}.applies` };
  for (const question of questionsOf(base.id)) {
    const [before, after] = [gateOf({ ...question, process: base }), gateOf({ ...question, process: over })];
    if (strictness(after.effect) < strictness(before.effect))
      return { kind: 'passes', processId: base.id, question, before, after };
  }
  return undefined;
}

const isWithin = (base: Process['applies'], over: Process['applies']): boolean =>
  (base.tools ?? []).every((tool) => over.tools?.includes(tool)) &&
  (base.addresses ?? []).every((address) => over.addresses?.includes(address)) &&
  (!base.choice || over.choice === true);

function decidingSlip(
  base: Process,
  over: Process,
  before: readonly PolicyRole[],
  after: readonly PolicyRole[],
): Slip | undefined {
  const people = peopleOf(base, over, after);
  for (const person of people)
    for (const verb of VERBS)
      for (const authors of authorsFor(person, people, over)) {
        const asked = { verb, person, authors, seenAt: '2026-01-01T00:00:00Z', now: '2026-01-01T00:00:00Z' };
        const was = authorityOf({ ...asked, process: base, roles: before }).may;
        const is = authorityOf({ ...asked, process: over, roles: after }).may;
        if (is && !was && verb !== 'block' && verb !== 'stop' && verb !== 'escalate')
          return { kind: 'decides', processId: base.id, verb, person };
      }
  return undefined;
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

function checklistSlip(base: Process, over: Process): Slip | undefined {
  const point = (base.checklist ?? []).find((wanted) => {
    const kept = over.checklist?.find(({ id }) => id === wanted.id);
    return !kept || kept.text !== wanted.text || (wanted.without === 'block' && kept.without !== 'block');
  });
  return point && { kind: 'unasked', processId: base.id, pointId: point.id };
}

type ReviewField = keyof Process['review'];

/** How much each field of the review rule lets through: more is looser. What is not said lets through most. */
const LETS_THROUGH: Readonly<
  Record<Exclude<ReviewField, 'mode' | 'defectFrom'>, (value: number | undefined) => number>
> = {
  clean: (value = 0) => -value,
  oneIn: (value = Number.POSITIVE_INFINITY) => value,
  limit: (value = 1) => value,
  unacceptable: (value = 1) => value,
  miss: (value = 0) => -value,
  confidence: (value = 0) => -value,
};

function reviewSlip(base: Process, over: Process): Slip | undefined {
  const slip = (field: ReviewField): Slip => ({ kind: 'lessReview', processId: base.id, field });
  if (base.review.mode === 'full' && over.review.mode !== 'full') return slip('mode');
  if (over.review.mode === 'full') return undefined;
  for (const field of ['clean', 'oneIn', 'limit', 'unacceptable', 'miss', 'confidence'] as const)
    if (LETS_THROUGH[field](over.review[field]) > LETS_THROUGH[field](base.review[field])) return slip(field);
  // The milder the report that counts, the more counts; without one none does.
  const mildest = ({ review: { defectFrom } }: Process) =>
    defectFrom === undefined ? SEVERITIES.length : SEVERITIES.indexOf(defectFrom);
  return mildest(over) > mildest(base) ? slip('defectFrom') : undefined;
}

function lapsingSlip(base: Process, over: Process): Slip | undefined {
  const days = ({ approval }: Process) => approval?.days ?? Number.POSITIVE_INFINITY;
  if (days(over) > days(base) || (over.approval?.outlivesVersion && !base.approval?.outlivesVersion))
    return { kind: 'lapses', processId: base.id, field: 'approval' };
  const hours = ({ selfReviewAfterHours }: Process) => selfReviewAfterHours ?? Number.POSITIVE_INFINITY;
  return hours(over) < hours(base) ? { kind: 'lapses', processId: base.id, field: 'selfReviewAfterHours' } : undefined;
}
