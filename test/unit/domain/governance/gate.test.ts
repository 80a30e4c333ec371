/** What the gate says of a text: each rule by a case, and what holds whatever the policy is. */

import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../../lib/domain/gate/examples.ts';
import {
  type Approval,
  GATE_RULES,
  GATE_STATES,
  type GateQuestion,
  gateOf,
  isConfident,
  letsGo,
  mayBreakGlass,
} from '../../../../lib/domain/gate/gate.ts';
import { strictness } from '../../../../lib/domain/policy/effect.ts';
import { mayConcernPublic, type Process, processSchema } from '../../../../lib/domain/policy/process.ts';
import { fc } from '../../property.ts';
import { anyProcess } from './random.ts';

const FAQ: Process = processSchema.parse({
  id: 'faq',
  name: 'FAQ answers',
  applies: { tools: ['chatgpt'] },
  risk: 'medium',
  publishes: false,
  publicInterest: 'never',
  review: { mode: 'full' },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
});
const [TEXT, OTHER] = [`sha256:${'1'.repeat(64)}`, `sha256:${'2'.repeat(64)}`];
const APPROVED: Approval = {
  ...{ verdict: 'approve', hash: TEXT, processId: 'faq', policyVersion: '7', decidedAt: '2026-11-01T10:00:00Z' },
};

const ask = (given: Partial<GateQuestion> = {}, process: Partial<Process> = {}) =>
  gateOf({
    ...{ process: { ...FAQ, ...process }, policyVersion: '7', hash: TEXT, status: 'unreviewed', approvals: [] },
    ...{ exceptions: [], now: '2026-11-10T10:00:00Z', ...given },
  });

describe('a text of a process', () => {
  it('is held until somebody has approved it', () => {
    expect(ask()).toMatchObject({ state: 'unsatisfied', effect: 'hold', rule: 'unreviewed' });
    expect(ask({ status: 'approved', approvals: [APPROVED] })).toMatchObject({ state: 'satisfied', effect: 'pass' });
  });

  it('is not the text that was approved once it has changed', () => {
    const answer = ask({ hash: OTHER, status: 'approved', approvals: [APPROVED] });
    expect(answer).toMatchObject({ state: 'unsatisfied', effect: 'hold', rule: 'changed_since_approval' });
    expect(answer.ways[0]).toBe('use_approved');
  });

  it('of a correction is the corrected text, not the one that was corrected', () => {
    const corrected: Approval = { ...APPROVED, verdict: 'modify', hash: OTHER };
    expect(ask({ status: 'modified', approvals: [corrected] }).rule).toBe('changed_since_approval');
    expect(ask({ hash: OTHER, status: 'modified', approvals: [corrected] }).rule).toBe('approved');
  });

  it('was approved in one process and under one version of the policy', () => {
    expect(ask({ status: 'approved', approvals: [{ ...APPROVED, processId: 'ads' }] }).rule).toBe(
      'approval_of_other_process',
    );
    expect(ask({ status: 'approved', approvals: [APPROVED], policyVersion: '8' }).rule).toBe(
      'approval_of_other_version',
    );
    const outlives = { approval: { outlivesVersion: true } };
    expect(ask({ status: 'approved', approvals: [APPROVED], policyVersion: '8' }, outlives).rule).toBe('approved');
  });

  it('stays approved until the days that the policy names are over, to the millisecond', () => {
    const week = { approval: { days: 7 } };
    const given = { status: 'approved', approvals: [APPROVED] } as const;
    expect(ask({ ...given, now: '2026-11-08T09:59:59.999Z' }, week).rule).toBe('approved');
    expect(ask({ ...given, now: '2026-11-08T10:00:00Z' }, week).rule).toBe('approval_ended');
  });

  it('that was blocked stays so when it is passed on, until somebody decides: no reason, exception or emergency lets it go', () => {
    const [block, passedOn] = [
      { ...APPROVED, verdict: 'block' as const },
      { ...APPROVED, verdict: 'escalate' as const },
    ];
    const lax = { gate: { ...FAQ.gate, unreviewed: 'pass' as const, reported: 'tell' as const } };
    const from = '2026-11-10T09:00:00Z';
    const leave = { hash: TEXT, processId: 'faq', from, until: '2026-11-10T11:00:00Z' };
    for (const kind of ['override', 'exception', 'bypass'] as const)
      for (const process of [{}, lax]) {
        const asked = { status: 'escalated' as const, exceptions: [{ ...leave, kind }] };
        const answer = ask({ ...asked, approvals: [APPROVED, block, passedOn, passedOn] }, process);
        expect(answer).toMatchObject({ state: 'unsatisfied', effect: 'hold', rule: 'blocked' });
        expect(answer.ways).not.toContain('override');
        expect(mayBreakGlass(answer)).toBe(false);
        expect(ask({ ...asked, approvals: [block, APPROVED, passedOn] }, process).effect).toBe('pass');
      }
  });

  it('that one is to judge a second time is held alike whatever was said of it, and by no way on', () => {
    const open = { hash: TEXT, processId: 'faq', from: '', until: '2026-11-10T11:00:00Z', kind: 'override' as const };
    const given: Partial<GateQuestion>[] = [
      ...[{}, { status: 'reported' as const }, { status: 'approved' as const, approvals: [APPROVED] }],
      ...[{ status: 'blocked' as const }, { acceptedByRule: true }, { exceptions: [open] }],
    ];
    for (const one of given)
      for (const unreviewed of ['pass', 'tell', 'hold'] as const) {
        const answer = ask({ ...one, isSecondOpen: true }, { gate: { ...FAQ.gate, unreviewed } });
        expect(answer).toEqual({ state: 'unsatisfied', effect: 'hold', would: 'hold', rule: 'second_first', ways: [] });
        expect(mayBreakGlass(answer)).toBe(false);
      }
  });

  it('that was blocked is held whatever permission there is', () => {
    const exceptions = (['override', 'exception', 'bypass'] as const).map((kind) => ({
      ...{ kind, hash: TEXT, processId: 'faq', from: '2026-11-10T09:00:00Z', until: '2026-11-10T11:00:00Z' },
    }));
    const answer = ask({ status: 'blocked', exceptions });
    expect(answer).toMatchObject({ state: 'unsatisfied', effect: 'hold', rule: 'blocked' });
    expect(answer.ways).not.toContain('override');
  });

  it('that was let through all the same never looks approved', () => {
    const exception = { hash: TEXT, processId: 'faq', from: '2026-11-10T09:00:00Z', until: '2026-11-10T11:00:00Z' };
    expect(ask({ exceptions: [{ ...exception, kind: 'override' }] }).state).toBe('overridden');
    expect(ask({ exceptions: [{ ...exception, kind: 'bypass' }] }).state).toBe('bypassed');
    expect(ask({ exceptions: [{ ...exception, kind: 'bypass' }], now: '2026-11-10T11:00:00Z' }).state).toBe(
      'unsatisfied',
    );
    expect(ask({ exceptions: [{ ...exception, kind: 'bypass', hash: OTHER }] }).state).toBe('unsatisfied');
  });

  it('that somebody let go with a reason is held again under rules that let nobody; leave and emergency end by themselves', () => {
    const exception = { hash: TEXT, processId: 'faq', from: '2026-11-10T09:00:00Z', until: '2026-11-10T11:00:00Z' };
    const stricter = { gate: { ...FAQ.gate, override: 'never' as const } };
    const given = (kind: 'override' | 'exception' | 'bypass') => ({ exceptions: [{ ...exception, kind }] });
    const answer = ask(given('override'), stricter);
    expect(answer).toMatchObject({ state: 'unsatisfied', effect: 'hold', rule: 'override_ended' });
    expect(answer.ways).not.toContain('override');
    expect(ask({ ...given('override'), status: 'reported' }, stricter).rule).toBe('reported');
    expect(ask({ ...given('override'), now: '2026-11-10T11:00:00Z' }, stricter).rule).toBe('unreviewed');
    expect(ask(given('exception'), stricter).rule).toBe('excepted');
    expect(ask(given('bypass'), stricter).rule).toBe('bypassed');
    const both = { exceptions: [...given('override').exceptions, ...given('exception').exceptions] };
    expect(ask(both, stricter).rule).toBe('excepted');
    expect(ask({ ...given('override'), status: 'approved', approvals: [APPROVED] }, stricter).rule).toBe('approved');
  });

  it('has leave to go until that ends, and by one’s own word no longer than the rules let people go on', () => {
    const until = '2026-11-10T11:00:00Z';
    const under = (override: 'reason' | 'never') => ({ ...FAQ, gate: { ...FAQ.gate, override } });
    const now = '2026-11-10T10:59:59Z';
    for (const kind of ['exception', 'bypass', 'override'] as const) {
      expect(letsGo({ kind, until }, under('reason'), now)).toBe(true);
      expect(letsGo({ kind, until }, under('never'), now)).toBe(kind !== 'override');
      expect(letsGo({ kind, until }, under('reason'), until)).toBe(false);
    }
  });

  it('outside any process is nobody’s business', () => {
    const answers = questionsOf('faq').map((question) => gateOf({ ...question, process: undefined }));
    expect(new Set(answers.map(({ state, effect }) => `${state} ${effect}`))).toEqual(new Set(['not_applicable pass']));
  });

  it('in a process that was stopped is held, also when it was approved', () => {
    expect(ask({ status: 'approved', approvals: [APPROVED] }, { stopped: true }).rule).toBe('stopped');
  });

  it('that nobody can judge, since the clock says nothing, is an error and no yes', () => {
    expect(ask({ now: 'yesterday' })).toMatchObject({ state: 'error', effect: 'hold' });
  });
});

describe('a text that informs the public', () => {
  const PUBLIC: Partial<Process> = {
    publishes: true,
    publicInterest: 'ask',
    responsible: { name: 'Anna Verdi', contactPage: 'https://example.com/contact' },
  };

  it('asks first whether it does', () => {
    expect(ask({}, PUBLIC)).toMatchObject({ rule: 'public_not_answered', effect: 'hold' });
    expect(ask({}, PUBLIC).ways[0]).toBe('say_public');
  });

  it('passes after a review of its substance, or gets a label', () => {
    const quick = { status: 'approved', approvals: [APPROVED], concernsPublic: true } as const;
    expect(ask(quick, PUBLIC)).toMatchObject({ state: 'unsatisfied', effect: 'label', rule: 'public_needs_review' });
    const thorough = { ...quick, approvals: [{ ...APPROVED, editorial: true }] };
    expect(ask(thorough, PUBLIC)).toMatchObject({ state: 'satisfied', effect: 'pass' });
    expect(ask({ ...quick, concernsPublic: false }, PUBLIC).state).toBe('satisfied');
  });

  it('needs somebody who is responsible', () => {
    const { responsible: _, ...nobody } = PUBLIC;
    const thorough = {
      status: 'approved',
      approvals: [{ ...APPROVED, editorial: true }],
      concernsPublic: true,
    } as const;
    expect(ask(thorough, nobody).rule).toBe('public_needs_responsible');
  });
});

describe('whatever the policy says', () => {
  const questions = questionsOf('faq');
  const question = fc.constantFrom(...questions);

  it('every question has a state and a rule', () => {
    void fc.assert(
      fc.property(fc.option(anyProcess, { nil: undefined }), (process) => {
        // All of them: of those that are drawn, few are of a text that somebody passed on.
        const answers = questions.map((asked) => gateOf({ ...asked, process }));
        const kinds = new Set(answers.map(({ state, rule, effect }) => `${state} ${rule} ${effect}`));
        for (const kind of kinds) {
          const [state = '', rule, effect] = kind.split(' ');
          expect(GATE_STATES).toContain(state);
          expect(GATE_RULES).toContain(rule);
          if (state === 'satisfied' || state === 'not_applicable') expect(effect).toBe('pass');
        }
      }),
    );
  });

  it('the dry run says what the active gate does', () => {
    void fc.assert(
      fc.property(anyProcess, question, (process, asked) => {
        const at = (mode: 'evaluate' | 'active') =>
          gateOf({ ...asked, process: { ...process, gate: { ...process.gate, mode } } });
        const [dry, active] = [at('evaluate'), at('active')];
        expect(dry).toEqual({ ...active, effect: 'pass' });
        expect(active.would).toBe(active.effect);
      }),
    );
  });

  it('text that informs the public never passes without a full review or a label', () => {
    void fc.assert(
      fc.property(anyProcess, question, (process, asked) => {
        const active: Process = { ...process, gate: { ...process.gate, mode: 'active' } };
        fc.pre(mayConcernPublic(active) && (active.publicInterest === 'always' || asked.concernsPublic !== false));
        const { effect } = gateOf({ ...asked, process: active });
        const reviewed = asked.approvals.some(({ editorial, hash }) => editorial && hash === asked.hash);
        if (!reviewed) expect(['label', 'hold']).toContain(effect);
      }),
    );
  });

  it('what a tool says of how sure it is never lets a text go that a person has to look at without it', () => {
    const limited = anyProcess.map((process) => ({ ...process, review: { ...process.review, confidence: 0.85 } }));
    const share = fc.oneof(fc.constantFrom(0, 0.85, 1), fc.double({ min: 0, max: 1, noNaN: true }));
    const silents = questions.filter(
      ({ status, acceptedByRule, stated }) => status === 'unreviewed' && acceptedByRule && stated === undefined,
    );
    let [stricterOnes, same] = [0, 0];
    void fc.assert(
      fc.property(limited, share, (process, stated) => {
        for (const asked of silents) {
          const [silent, said] = [gateOf({ ...asked, process }), gateOf({ ...asked, stated, process })];
          expect(strictness(said.would)).toBeGreaterThanOrEqual(strictness(silent.would));
          expect(said.state === 'satisfied' && silent.state !== 'satisfied').toBe(false);
          // Of one that is sure enough it is the very same answer.
          if (isConfident(stated, 0.85)) expect(said).toEqual(silent);
          if (strictness(said.would) > strictness(silent.would)) stricterOnes += 1;
          else same += 1;
        }
      }),
    );
    expect(Math.min(stricterOnes, same)).toBeGreaterThan(10);
  });

  it('a text that was blocked is held', () => {
    void fc.assert(
      fc.property(anyProcess, question, (process, asked) => {
        const active: Process = { ...process, gate: { ...process.gate, mode: 'active' } };
        expect(gateOf({ ...asked, status: 'blocked', process: active }).effect).toBe('hold');
      }),
    );
  });
});

it('a stated confidence at the limit exactly is enough', () => {
  const sure = (stated?: number, acceptedByRule = true) =>
    ask({ acceptedByRule, stated }, { review: { mode: 'earned', confidence: 0.85 } }).rule;
  expect([0.849_999, 0.85, 0.850_001].map((stated) => sure(stated))).toEqual([
    ...['stated_unsure', 'accepted_by_rule', 'accepted_by_rule'],
  ]);
  expect(sure(undefined)).toBe('accepted_by_rule');
  expect([0.2, 0.99].map((stated) => sure(stated, false))).toEqual(['stated_unsure', 'unreviewed']);
  expect(ask({ acceptedByRule: true, stated: 0 }).rule).toBe('accepted_by_rule');
  expect([0.849_999, 0.85, 0.850_001].map((stated) => isConfident(stated, 0.85))).toEqual([false, true, true]);
});
