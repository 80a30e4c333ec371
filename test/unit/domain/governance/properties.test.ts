/** Over random policies: an overlay that is taken never loosens, and the case by which one is refused really slips. */

import { describe, expect, it } from 'vitest';
import { processOf } from '../../../../lib/domain/gate/asked.ts';
import { questionsOf } from '../../../../lib/domain/gate/examples.ts';
import { gateOf } from '../../../../lib/domain/gate/gate.ts';
import { authorityOf } from '../../../../lib/domain/people/authority.ts';
import { completenessOf } from '../../../../lib/domain/policy/completeness.ts';
import { strictness } from '../../../../lib/domain/policy/effect.ts';
import { overlaid } from '../../../../lib/domain/policy/overlay/overlaid.ts';
import type { Slip } from '../../../../lib/domain/policy/overlay/slip.ts';
import { slipOf } from '../../../../lib/domain/policy/overlay/slips.ts';
import type { Person } from '../../../../lib/domain/policy/party.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { mayConcernPublic, type Process, processSchema, type Verb } from '../../../../lib/domain/policy/process.ts';
import { publishable } from '../../../../lib/domain/policy/publishable.ts';
import { fc, runs } from '../../property.ts';
import { anyOverlay, anyPolicy } from './random.ts';

const PLACES = ['', 'chatgpt', 'gemini', 'claude'].flatMap((tool) =>
  ['', 'https://desk.example/faq/1', 'https://desk.example/', 'https://www.acme.example/'].map((pageUrl) => ({
    ...{ tool, pageUrl },
  })),
);
const CHOICES = [undefined, 'faq', 'ads', 'mail', 'own'];

/** Processes that a text could belong to at a place. */
const couldBe = (policy: GovernancePolicy, place: (typeof PLACES)[number]): Process[] => [
  ...new Set(CHOICES.flatMap((chosen) => processOf(policy, place, chosen) ?? [])),
];

/** How strict the gate is with each question, in its order. */
const strictnessOf = (process: Process): number[] =>
  questionsOf(process.id).map((question) => strictness(gateOf({ ...question, process }).effect));

const isLaxer = (over: readonly number[], base: readonly number[]) => over.some((is, at) => is < (base[at] ?? 0));

/** Places at which a text passes by the overlay that by the base would not, whatever one says it is for. */
function leaksOf(base: GovernancePolicy, merged: GovernancePolicy): string[] {
  const memo = new Map<Process, number[]>();
  const strict = (one: Process) => memo.get(one) ?? memo.set(one, strictnessOf(one)).get(one) ?? [];
  return PLACES.flatMap((place) => {
    const before = couldBe(base, place);
    const laxer = couldBe(merged, place).filter(
      (over) => before.length > 0 && before.every((one) => isLaxer(strict(over), strict(one))),
    );
    return before.length > 0 && couldBe(merged, place).length === 0
      ? [`nothing holds at ${JSON.stringify(place)}`]
      : laxer.map(({ id }) => `${id} at ${JSON.stringify(place)}`);
  });
}

/** What the centre names, and a team can only add to. */
const LISTS: ((policy: GovernancePolicy) => readonly unknown[])[] = [
  ({ redaction }) => redaction?.kinds ?? [],
  ({ tools }) => tools?.watch ?? [],
  ({ tools }) => tools?.off ?? [],
  ({ limits = [] }) => limits,
  ({ inventory = [] }) => inventory,
];

/** How often each kind of refusal came up, so that none of them is only said to be tested. */
const refused = new Map<Slip['kind'], number>();

describe('an overlay', () => {
  it('that is taken lets nothing through that the base held back', () => {
    let taken = 0;
    void fc.assert(
      fc.property(anyOverlay, ([base, over]) => {
        if (slipOf(base, over)) return;
        taken += 1;
        const merged = overlaid(base, over);
        expect(leaksOf(base, merged)).toEqual([]);
        for (const list of LISTS) expect(list(merged)).toEqual(expect.arrayContaining([...list(base)]));
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(20);
  });

  it('is refused by a case that really slips', () => {
    void fc.assert(
      fc.property(anyOverlay, ([base, over]) => {
        const slip = slipOf(base, over);
        if (!slip) return;
        refused.set(slip.kind, (refused.get(slip.kind) ?? 0) + 1);
        expect(slips(slip, base, overlaid(base, over))).toBe(true);
      }),
      { numRuns: runs(200) },
    );
    expect([...refused.keys()].sort()).toEqual([
      'decides',
      'gone',
      'lapses',
      'lessReview',
      'looser',
      'passes',
      'unasked',
    ]);
  });
});

/** Whether the case of a refusal differs between the base and what would hold: asked anew, of whichever process it was before. */
function slips(slip: Slip, base: GovernancePolicy, merged: GovernancePolicy): boolean {
  const holding = slip.kind === 'looser' ? /^processes\.(.+)\.authority\.(block|stop)$/.exec(slip.field) : null;
  if (holding) return cannotHoldBack(holding[1] ?? '', holding[2] as Verb, base, merged);
  if (!('processId' in slip)) return valueAt(base, slip.field) !== valueAt(merged, slip.field);
  const over = merged.processes?.find(({ id }) => id === slip.processId);
  if (!over) return false;
  const before = base.processes ?? [];
  switch (slip.kind) {
    case 'passes':
      expect(gateOf({ ...slip.question, process: over })).toEqual(slip.after);
      return strictness(slip.after.effect) < strictness(slip.before.effect);
    case 'decides': {
      const asked = OTHERS.map((authors) => [...authors, ...(authors.length > 0 ? [slip.person.subject] : [])]);
      return [...OTHERS, ...asked].some(
        (authors) => may(slip, authors, over, merged) && before.some((one) => !may(slip, authors, one, base)),
      );
    }
    default: {
      const values = (one: Process) =>
        JSON.stringify([one.checklist, one.review, one.approval, one.selfReviewAfterHours]);
      return before.some((one) => values(one) !== values(over));
    }
  }
}

/** Whether somebody could hold a text back by the base, and cannot any more. */
function cannotHoldBack(processId: string, verb: Verb, base: GovernancePolicy, merged: GovernancePolicy): boolean {
  const over = merged.processes?.find(({ id }) => id === processId);
  const people = ['', 'anna', 'luca', 'piero'].flatMap((subject) =>
    ['reporter', 'reviewer', 'admin'].flatMap((role) => [[], ['legal']].map((groups) => ({ subject, role, groups }))),
  );
  return people.some((person) =>
    OTHERS.some(
      (authors) =>
        (base.processes ?? []).some((one) => may({ verb, person }, authors, one, base)) &&
        over !== undefined &&
        !may({ verb, person }, authors, over, merged),
    ),
  );
}

/** Those who may have had a text made: nobody, and some or all of those whom random policies name. */
const OTHERS = [
  [],
  ...[['anna'], ['luca'], ['piero'], ['anna', 'luca'], ['anna', 'piero'], ['luca', 'piero']],
  ['anna', 'luca', 'piero'],
];

function may(
  { verb, person }: { verb: Verb; person: Person },
  authors: readonly string[],
  process: Process,
  { roles = [] }: GovernancePolicy,
): boolean {
  if (verb === 'override' && process.gate.override === 'never') return false;
  return authorityOf({ verb, person, process, roles, authors, seenAt: NOW, now: NOW }).may;
}
const NOW = '2026-06-01T12:00:00.000Z';

/** What stands in a policy at the address of a field. */
function valueAt(policy: GovernancePolicy, field: string): string {
  let at: unknown = policy;
  for (const key of field.split('.')) {
    if (Array.isArray(at)) at = at.includes(key) || at.find((one: { id?: string }) => one.id === key);
    else at = (at as Record<string, unknown> | undefined)?.[key];
  }
  return JSON.stringify(at) ?? '';
}

describe('whatever a policy says', () => {
  it('it is of the form that policies have, and every field of a process comes up', () => {
    const seen = new Set<string>();
    for (const policy of fc.sample(anyPolicy, 200)) {
      expect(policySchema.safeParse(policy).error?.issues).toBeUndefined();
      for (const process of policy.processes ?? []) for (const field of Object.keys(process)) seen.add(field);
    }
    expect([...seen].sort()).toEqual(Object.keys(processSchema.unwrap().shape).sort());
  });

  it('text for the public is all reviewed or gets a label, or the policy cannot be published', () => {
    let published = 0;
    void fc.assert(
      fc.property(anyPolicy, (policy) => {
        const { problems } = publishable(policy, { today: '2026-06-01' });
        if (problems) return;
        for (const process of (policy.processes ?? []).filter(mayConcernPublic)) {
          published += 1;
          if (process.review.mode === 'full') continue;
          expect([process.gate.mode, ['label', 'hold'].includes(process.gate.unreviewed)]).toEqual(['active', true]);
          const gate = (acceptedByRule: boolean) =>
            questionsOf(process.id)
              .filter(({ approvals, concernsPublic }) => approvals.length === 0 && concernsPublic !== false)
              .map((question) => gateOf({ ...question, acceptedByRule, process }).effect);
          expect(new Set([...gate(true), ...gate(false)])).not.toContain('pass');
        }
      }),
      { numRuns: 300 },
    );
    expect(published).toBeGreaterThan(20);
  });

  it('what it lacks is told without failing', () => {
    void fc.assert(
      fc.property(anyPolicy, (policy) => {
        const { scores, findings } = completenessOf(policy, '2026-06-01');
        expect(findings.every(({ field }) => field !== '')).toBe(true);
        expect(Object.keys(scores)).toHaveLength(policy.processes?.length ?? 0);
      }),
    );
  });
});
