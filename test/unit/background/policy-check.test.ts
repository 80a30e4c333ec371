import { describe, expect, test } from 'vitest';
import { checkPolicy, checkPolicyText } from '../../../lib/background/policy/policy-check.ts';
import { PROFILES } from '../../../lib/tools/index.ts';

const IN_HOUSE = {
  id: 'in-house',
  name: 'In-house desk',
  checkedAt: '2026-11-22',
  match: { hosts: ['desk.acme.example'] },
  turn: ['.desk-answer'],
  user: ['.desk-question'],
};
const policyWith = (tools: object) => ({ format: 1, version: '2026-11-22', tools });
const problems = (value: unknown) => checkPolicy(value, PROFILES).problems ?? [];
const added = (fields: object) => problems(policyWith({ add: [{ ...IN_HOUSE, ...fields }] }));

test('a policy with everything in it is accepted as it came', () => {
  const policy = policyWith({
    add: [IN_HOUSE],
    patch: { chatgpt: { turn: ['[data-new-turn]'], streaming: null, match: { hosts: ['chat.acme.example'] } } },
    off: ['poe', 'in-house'],
    watch: ['*.intra.acme.example'],
  });
  expect(checkPolicyText(JSON.stringify(policy), PROFILES)).toEqual({ policy });
});

test('every profile that comes with the extension would be accepted from a policy', () => {
  expect(checkPolicy(policyWith({ add: PROFILES }), []).problems).toBeUndefined();
});

describe('the whole is refused, with the reason', () => {
  test.each([
    ['{ "format": 1,', 'notJson'],
    ['[]', 'notObject'],
    ['{ "format": 2, "version": "x", "processes": "all" }', 'wrongKind'],
    ['{ "format": 3, "version": "x" }', 'newerFormat'],
    [`{ "format": 1, "version": "${'x'.repeat(1_000_000)}" }`, 'tooLarge'],
  ])('%.40s is %s', (text, code) => {
    expect(checkPolicyText(text, PROFILES).problems).toMatchObject([{ code }]);
  });

  test('a section that this version does not know, rather than half of the policy', () => {
    expect(problems({ ...policyWith({}), objectives: [] })).toEqual([{ code: 'unknownField', field: 'objectives' }]);
  });
});

describe('each problem names its place', () => {
  test.each([
    [{ turn: [] }, { code: 'empty', field: 'tools.add.in-house.turn' }],
    [{ turn: undefined }, { code: 'missing', field: 'tools.add.in-house.turn' }],
    [{ turn: '.x' }, { code: 'wrongKind', field: 'tools.add.in-house.turn' }],
    [{ colour: 'red' }, { code: 'unknownField', field: 'tools.add.in-house.colour' }],
    [{ id: 'In House' }, { code: 'wrongForm', field: 'tools.add.In House.id' }],
    [{ id: 'chatgpt' }, { code: 'takenId', detail: 'chatgpt' }],
    [{ match: { hosts: [] } }, { code: 'noPlace', field: 'tools.add.in-house.match' }],
    [{ match: { hosts: ['https://x'] } }, { code: 'wrongForm', field: 'tools.add.in-house.match.hosts.1' }],
    [{ conversation: ['^/c/('] }, { code: 'pattern', field: 'tools.add.in-house.conversation.1' }],
  ])('%j', (fields, problem) => {
    expect(added(fields)).toContainEqual(expect.objectContaining(problem));
  });

  test.each([
    [{ patch: { nobody: {} } }, { code: 'unknownProfile', field: 'tools.patch.nobody', detail: 'nobody' }],
    [{ off: ['poe', 'nobody'] }, { code: 'unknownProfile', field: 'tools.off.2', detail: 'nobody' }],
    [{ add: [IN_HOUSE, IN_HOUSE] }, { code: 'twice', field: 'tools.add.in-house.id', detail: 'in-house' }],
    [{ patch: { poe: { turn: null } } }, { code: 'missing', field: 'tools.patch.poe.turn' }],
    [{ patch: { poe: { id: 'other' } } }, { code: 'wrongForm', field: 'tools.patch.poe.id' }],
    [{ watch: ['https://x.example/y'] }, { code: 'wrongForm', field: 'tools.watch.1' }],
  ])('%j', (tools, problem) => {
    expect(problems(policyWith(tools))).toContainEqual(expect.objectContaining(problem));
  });
});

describe('selectors', () => {
  test.each([
    'div[',
    '..a',
    'a:bogus',
    'a:contains("x")',
    'a:not(',
    'a:is()',
    'a >',
    '.1a',
    'a,,b',
    'a:has()',
    'a:hover(1)',
    'a:nth-child()',
    '[data-a="x]',
    'p:where(.x, :unknown)',
  ])('%s is refused', (selector) => {
    const [problem, ...others] = added({ turn: ['.ok', selector] });
    expect(problem).toMatchObject({ code: 'selector', field: 'tools.add.in-house.turn.2' });
    expect(problem?.detail).toContain(selector);
    expect(others).toEqual([]);
  });

  test('a broken marker is refused as well, and a model may read an attribute', () => {
    expect(added({ match: { hosts: [], markers: ['x['] }, model: ['[data-model]@data-model'] })).toMatchObject([
      { code: 'selector', field: 'tools.add.in-house.match.markers.1' },
    ]);
  });
});

describe('regular expressions', () => {
  test.each([
    '(a+)+$',
    '^(\\w+\\s?)*$',
    '\\d+\\d+\\d+$',
    '(.*a){25}',
    '(a|a)*b',
    '(a|b|ab)*c',
    '(?=(a+)+$)b',
    '([a-z]+)*\\1',
  ])('%s could backtrack without bounds, and is refused', (pattern) => {
    expect(added({ conversation: ['^/c/([0-9a-f-]{36})', pattern] })).toEqual([
      { code: 'slowPattern', field: 'tools.add.in-house.conversation.2', detail: pattern },
    ]);
    expect(added({ match: { hosts: ['x.example'], paths: [pattern] } })).toMatchObject([{ code: 'slowPattern' }]);
  });
});
