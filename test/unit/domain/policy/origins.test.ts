/** Where each value of the policy in force comes from, and what it overrode: of layers that are put together, and of whole policies over each other. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../../lib/domain/policy/document/index.ts';
import { originsIn, toSign, type ValueOrigin, withSigned } from '../../../../lib/domain/policy/overlay/origins.ts';
import { overlaid } from '../../../../lib/domain/policy/overlay/overlaid.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { fieldAt, type Json, leaves } from '../../../../lib/domain/policy/writing/draft.ts';
import { fc } from '../../property.ts';
import { anyOverlay } from '../governance/random.ts';

const FAQ: Process = {
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'full' } },
  gate: { mode: 'active', unreviewed: 'ask', reported: 'hold', override: 'reason' },
};
const BASE: GovernancePolicy = {
  ...{ format: 2, version: 'centre', processes: [FAQ], redaction: { kinds: ['email'] } },
  limits: [{ id: 'names', text: 'No names' }],
  queue: { views: [{ name: 'Mine', order: 'due' }] },
};
const TEAM: GovernancePolicy = {
  ...{ format: 2, version: 'team', processes: [{ ...FAQ, gate: { ...FAQ.gate, unreviewed: 'hold' } }] },
  ...{ redaction: { kinds: ['iban'] }, limits: [{ id: 'names', text: 'Names as you like' }], title: 'Our rules' },
  queue: { views: [{ name: 'Ours', order: 'gravest' }] },
};
const layersOf = (base: GovernancePolicy, own: GovernancePolicy) =>
  [
    { name: 'centre', policy: base },
    { name: 'team', policy: own },
  ] as const;
const ORIGINS = originsIn(overlaid(BASE, TEAM), layersOf(BASE, TEAM));

describe('a team over its centre', () => {
  it.each<[string, string, string[], object[]]>([
    ['what the team tightened', 'processes.faq.gate.unreviewed', ['team'], [{ layer: 'centre', value: '"ask"' }]],
    ['what it left', 'processes.faq.gate.reported', ['centre'], []],
    ['what it may not change', 'limits.names.text', ['centre'], [{ layer: 'team', value: '"Names as you like"' }]],
    ['what both add to', 'redaction.kinds', ['centre', 'team'], []],
    ['what the team alone says', 'title', ['team'], []],
    ['a thing in a list that has no id but a name', 'queue.views.Ours.order', ['team'], []],
    ['the same list, what the centre put there', 'queue.views.Mine.order', ['centre'], []],
    ['the name of the whole', 'version', ['centre', 'team'], []],
  ])('%s', (_, field, from, overrode) => {
    expect(ORIGINS[field]).toMatchObject({ from, overrode });
  });

  it('over random policies: every value has an origin that really says so, and what gave way was really there', () => {
    let overridden = 0;
    const look = (field: string, json: string, valueIn: (layer: string, field: string) => string | undefined) => {
      if (field === 'format') return;
      const { value, from, overrode } = originOf(field);
      expect([value, from.length > 0], field).toEqual([json, true]);
      if (from.length === 1) expect(valueIn(from[0] ?? '', field), field).toBe(json);
      for (const one of overrode) expect([valueIn(one.layer, field), one.value === json]).toEqual([one.value, false]);
      overridden += overrode.length;
    };
    let originOf: (field: string) => ValueOrigin;
    fc.assert(
      fc.property(anyOverlay, ([base, own]) => {
        const merged = overlaid(base, own);
        const origins = originsIn(merged, layersOf(base, own));
        const said = { centre: new Map(leaves(base as Json)), team: new Map(leaves(own as Json)) };
        originOf = (field) => origins[field] ?? { value: '', from: [], overrode: [] };
        for (const [field, json] of leaves(merged as Json))
          look(field, json, (layer, at) => said[layer as keyof typeof said].get(at));
      }),
      { numRuns: 150 },
    );
    expect(overridden).toBeGreaterThan(20);
  });
});

describe('in a browser', () => {
  const merged = overlaid(BASE, TEAM);
  it('what the collector signed says the same as asking the layers themselves, and far less of it travels', () => {
    const here = originsIn(merged, [{ name: 'collector', policy: merged }]);
    expect(withSigned(here, toSign(ORIGINS))).toEqual(ORIGINS);
    expect(Object.keys(toSign(ORIGINS)).length).toBeLessThan(Object.keys(ORIGINS).length / 2);
  });

  it('without a policy of the centre it is the collector’s', () => {
    const here = originsIn(BASE, [{ name: 'collector', policy: BASE }]);
    expect(withSigned(here, undefined)['processes.faq.gate.mode']?.from).toEqual(['collector']);
  });

  it('what outranks says what it took the place of, value by value; what is the same overrode nothing', () => {
    const loaded = { ...BASE, processes: [{ ...FAQ, risk: 'high' }] };
    const origins = originsIn(BASE, [
      { name: 'managed', policy: BASE },
      { name: 'loaded', policy: loaded },
    ]);
    expect(origins['processes.faq.risk']?.overrode).toEqual([{ layer: 'loaded', value: '"high"' }]);
    expect(origins['processes.faq.name']?.overrode).toEqual([]);
  });

  it('a field of the form has the name that it has there, wherever its thing stands in the list', () => {
    const draft = {
      processes: [{ id: 'new' }, { ...FAQ, checklist: [{ id: 'facts', text: 'x' }] }],
    } as unknown as Json;
    expect(fieldAt(draft, ['processes', 1, 'checklist', 0, 'text'])).toBe('processes.faq.checklist.facts.text');
    expect(fieldAt(draft, ['processes', 1, 'escalation', 0, 'to'])).toBe('processes.faq.escalation.1.to');
  });
});

describe.each(['en', 'it'] as const)('the document in %s', (language) => {
  const factsIn = (policy: GovernancePolicy) =>
    documentOf(policy, { language, today: '2026-11-28', parts: ['policy'], origins: ORIGINS });
  const rowOf = (policy: GovernancePolicy, term: string): string =>
    factsIn(policy)
      .blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
      .find(([is]) => is === term)?.[1] ?? '';
  const isItalian = language === 'it';
  const gate = isItalian ? 'Prima che abbia effetto' : 'Before it takes effect';

  it('says once where most of it comes from', () => {
    expect(factsIn(overlaid(BASE, TEAM)).line).toContain(isItalian ? 'fonte: il centro' : 'source: the centre');
  });

  it('says of a value that is another’s whose it is, and in the same words what it took the place of', () => {
    const row = rowOf(overlaid(BASE, TEAM), gate);
    expect(row).toMatch(
      isItalian ? /\n\(fonte: .*il team.*; al posto di: / : /\n\(source: .*the team.*; in the place of: /,
    );
    expect(row).toContain(
      isItalian ? 'non rivisto: prima si chiede conferma' : 'not reviewed: the person is asked first',
    );
    expect(rowOf(overlaid(BASE, TEAM), isItalian ? 'Rischio' : 'Risk')).toBe(isItalian ? 'medio' : 'medium');
  });

  it('says of what is only written that it does not hold yet', () => {
    const draft = { ...overlaid(BASE, TEAM), processes: [{ ...FAQ, risk: 'high' as const }] };
    expect(rowOf(draft, isItalian ? 'Rischio' : 'Risk')).toContain(
      isItalian ? '(non ancora in vigore)' : '(not in force yet)',
    );
  });
});
