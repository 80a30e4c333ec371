/** Templates of policies, and the three switches over them. */
import { describe, expect, test } from 'vitest';
import { completenessOf } from '../../../../lib/domain/policy/completeness.ts';
import { type GovernancePolicy, policySchema } from '../../../../lib/domain/policy/policy.ts';
import { mayConcernPublic } from '../../../../lib/domain/policy/process.ts';
import { POLICY_TEMPLATES, policyFrom } from '../../../../lib/domain/policy/templates/index.ts';
import { costOf, MAKES, PACES, SEATS, withSwitches } from '../../../../lib/domain/policy/templates/switches.ts';
import { POLICY_LANGUAGES, type PolicyLanguage } from '../../../../lib/domain/policy/templates/template.ts';
import { aoql } from '../../../../lib/domain/review/csp.ts';

const TODAY = '2026-11-28';
const made = (templates = POLICY_TEMPLATES, language: PolicyLanguage = 'en'): GovernancePolicy =>
  policyFrom({ templates, language, organisation: 'Acme', timeZone: 'Europe/Rome', today: TODAY });

describe('every template, in both languages', () => {
  const each = POLICY_TEMPLATES.flatMap((template) =>
    POLICY_LANGUAGES.map((language) => [template.id, language, template] as const),
  );

  test.each(each)('%s in %s is a policy, and only people and places are missing', (_, language, template) => {
    const policy = made([template], language);
    expect(policySchema.safeParse(policy).error?.issues).toBeUndefined();
    const gaps = completenessOf(policy, TODAY).findings.map(({ gap }) => gap);
    // Who bears editorial responsibility is for the organisation to say; no template can.
    expect(gaps.filter((gap) => gap !== 'noResponsible')).toEqual([]);
  });

  test.each(each)(
    '%s in %s asks in its prompt for each field of its brief, and for no other',
    (_, language, template) => {
      for (const { brief } of made([template], language).processes ?? []) {
        const asked = [...(brief?.template.matchAll(/\{\{([a-z0-9-]+)\}\}/g) ?? [])].map(([, id]) => id);
        expect(new Set(asked)).toEqual(new Set(brief?.fields.map(({ id }) => id)));
      }
    },
  );

  test('no word of one language stands in the other', () => {
    for (const template of POLICY_TEMPLATES) {
      const [en, it] = POLICY_LANGUAGES.map((language) => words(made([template], language)));
      const shared = en?.filter((word) => it?.includes(word)) ?? [];
      // Names that are the same in both.
      expect(shared.filter((word) => !['Newsletter', 'Acme'].includes(word))).toEqual([]);
    }
  });
});

/** All texts for people in a policy. */
function words(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return WORDS.has(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => words(one, key));
  if (typeof value === 'object' && value) return Object.entries(value).flatMap(([name, one]) => words(one, name));
  return [];
}
const WORDS = new Set(['title', 'text', 'measure', 'purpose', 'label', 'template', 'choices']);

test('several templates make one policy, whose processes have names of their own', () => {
  const { processes = [] } = made();
  expect(new Set(processes.map(({ id }) => id)).size).toBe(processes.length);
  expect(processes.length).toBe(6);
});

describe('the switches', () => {
  const all = PACES.flatMap((pace) => SEATS.flatMap((seat) => MAKES.map((make) => ({ pace, seat, make }))));

  test.each(all)('pace $pace, $seat, $make: a policy, and text for the public is looked at in full', (switches) => {
    const policy = withSwitches(made(), switches);
    expect(policySchema.safeParse(policy).error?.issues).toBeUndefined();
    for (const process of policy.processes ?? [])
      if (mayConcernPublic(process)) {
        expect(process.review.mode).toBe('full');
        expect(process.gate.unreviewed).toBe('hold');
      }
    expect(completenessOf(policy, TODAY).findings.filter(({ stops }) => stops)).toEqual([]);
  });

  test('the limit that a policy names is one that its plan keeps', () => {
    for (const pace of ['speed', 'balanced'] as const)
      for (const { review } of withSwitches(made(), { pace, seat: 'local', make: 'bought' }).processes ?? [])
        if (review.mode === 'earned') {
          const { outgoing } = aoql({ clean: review.clean ?? 0, oneIn: review.oneIn ?? 0 });
          expect(review.limit).toBeGreaterThanOrEqual(outgoing);
          expect(review.limit).toBeLessThan(outgoing + 0.005);
        }
  });

  test('set twice is set once, and set back is as before', () => {
    for (const switches of all) {
      const once = withSwitches(made(), switches);
      expect(withSwitches(once, switches)).toEqual(once);
    }
    const there = withSwitches(made(), { pace: 'control', seat: 'central', make: 'bought' });
    const andBack = withSwitches(there, { pace: 'balanced', seat: 'local', make: 'bought' });
    expect(andBack).toEqual(withSwitches(made(), { pace: 'balanced', seat: 'local', make: 'bought' }));
  });

  test('who looks again stays as it was set, whatever the pace', () => {
    const policy = made();
    const looked = {
      ...policy,
      processes: (policy.processes ?? []).map((process) => ({
        ...process,
        review: { ...process.review, secondOneIn: 7, blockedOneIn: 3 },
      })),
    };
    for (const switches of all)
      for (const { review } of withSwitches(looked, switches).processes ?? [])
        expect(review).toMatchObject({ secondOneIn: 7, blockedOneIn: 3 });
  });

  test('more control costs more minutes and lets less through', () => {
    const replies = made().processes?.find(({ id }) => id === 'after-sales-replies');
    if (!replies) throw new Error('The template has no replies.');
    const assumed = { minutesEach: 2, defects: 0.02, miss: 0.2 };
    const [speed, balanced, control] = PACES.map((pace) => costOf(replies, pace, assumed));
    expect(control).toEqual({ read: 1, minutes: 200, outgoing: 0.2 * 0.02 });
    expect(balanced?.minutes).toBeLessThan(control?.minutes ?? 0);
    expect(speed?.minutes).toBeLessThan(balanced?.minutes ?? 0);
    expect(speed?.outgoing).toBeGreaterThan(balanced?.outgoing ?? 1);
    expect(balanced?.outgoing).toBeGreaterThan(control?.outgoing ?? 1);
  });

  test('who built a tool of one’s own does not judge it, and is asked for', () => {
    const policy = withSwitches(made(), { pace: 'balanced', seat: 'local', make: 'own' });
    for (const { designers, authority } of policy.processes ?? []) {
      expect(designers).toEqual(['role:designer']);
      expect(authority?.approve).not.toContain('role:designer');
    }
    expect(completenessOf(policy, TODAY).findings.map(({ gap }) => gap)).toContain('roleWithoutMembers');
  });
});
